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
