/** What tests of handlers import, as `landfall/testing`: no AWS and no emulator behind it. */
export { event, testBus, type TestBus } from "./bus";
export { testConsumer } from "./consumer";
export { testDeliveryStream, type TestDeliveryStream } from "./delivery-stream";
export { changes, context, events, messages, type SentChange, type SentMessage, ticks } from "./events";
export { testMailbox, type TestMailbox } from "./mailbox";
export { MemoryStore } from "./memory-store";
export { testOperation, type TestReply, type TestRequest } from "./operation";
