export { truthOf } from "./evaluate";
export { standing, type Standing } from "./standing";
