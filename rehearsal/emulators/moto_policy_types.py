"""Policy types of AWS Organizations that moto 5.2.5 lacks, kept and attached as the others are; what they do in accounts is nobody's here."""

from moto.organizations.models import FakePolicy, FakeRoot

# Organizations API reference, CreatePolicy, "Type"; the ARNs' last part but one is the type in lower case.
MISSING = ["BACKUP_POLICY", "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2"]


def add_policy_types() -> None:
    for types in (FakePolicy.SUPPORTED_POLICY_TYPES, FakeRoot.SUPPORTED_POLICY_TYPES):
        types.extend(policy_type for policy_type in MISSING if policy_type not in types)
    initialise = FakePolicy.__init__

    def initialise_any(self, organization, **kwargs):
        wanted = kwargs.get("Type", "")
        initialise(self, organization, **{**kwargs, "Type": "TAG_POLICY" if wanted in MISSING else wanted})
        if wanted in MISSING:
            self.type = wanted
            self._arn_format = self._arn_format.replace("tag_policy", wanted.lower())

    FakePolicy.__init__ = initialise_any
