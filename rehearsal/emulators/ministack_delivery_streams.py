"""What Firehose says of an S3 destination, beyond what MiniStack 1.5.33 does.

MiniStack keeps the time zone of the prefix and the ending of files, and uses them, but leaves both out of DescribeDeliveryStream (Firehose API Reference,
ExtendedS3DestinationDescription): a second plan of hashicorp/aws 5.100.0 would set the time zone again.
"""

from ministack.services import firehose

KEPT = ("CustomTimeZone", "FileExtension")


def describe_all() -> None:
    describe = firehose._dest_description

    def described(destination: dict) -> dict:
        out = describe(destination)
        told = out.get("ExtendedS3DestinationDescription")
        if told is not None:
            told.update({name: destination["config"][name] for name in KEPT if name in destination["config"]})
        return out

    firehose._dest_description = described


def gather() -> None:
    """MiniStack brings each record of a data stream in an object of its own: here what was put at once is one, which is closer to what Firehose gathers."""
    ingest = firehose.ingest_from_kinesis_source

    def gathered(stream_arn: str, records: list) -> None:
        ingest(stream_arn, [("", b"".join(data for _key, data in records))] if records else [])

    firehose.ingest_from_kinesis_source = gathered
