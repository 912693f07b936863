"""MiniStack 1.5.33 forgets the tags that a stream of Kinesis is created with, so that a second plan would add them again.

Amazon Kinesis Data Streams API Reference, "CreateStream", Tags.
"""

from ministack.services import kinesis


def keep_tags() -> None:
    create = kinesis._create_stream

    def create_stream(data: dict):
        status, headers, body = create(data)
        if status == 200:
            kinesis._streams[data["StreamName"]]["tags"].update(data.get("Tags") or {})
        return status, headers, body

    kinesis._create_stream = create_stream
