"""What SES keeps of an identity, and refuses of a mail, beyond what MiniStack 1.5.33 does.

MiniStack drops the configuration set of an identity and has no call that changes it, says of Easy DKIM that it is off, leaves out its key length, and
takes mails under a configuration set that is not there (SES API v2 Reference, CreateEmailIdentity, GetEmailIdentity,
PutEmailIdentityConfigurationSetAttributes, PutEmailIdentityDkimSigningAttributes, SendEmail).
"""

import json
import re

from ministack.services import ses_v2

KEY_LENGTH = "RSA_2048_BIT"


def settings_of(wanted: dict) -> dict:
    """What a new identity is told, as GetEmailIdentity gives it back."""
    length = (wanted.get("DkimSigningAttributes") or {}).get("NextSigningKeyLength") or KEY_LENGTH
    kept = {"dkim": {"SigningEnabled": True, "CurrentSigningKeyLength": length, "NextSigningKeyLength": length}}
    if wanted.get("ConfigurationSetName"):
        kept["set"] = wanted["ConfigurationSetName"]
    return kept


def write(identity: str, settings: dict) -> None:
    record = ses_v2._identities[identity]
    dkim = record.get("DkimAttributes") or {}
    if dkim.get("Tokens"):
        record["DkimAttributes"] = {**dkim, "Status": "SUCCESS", **settings.get("dkim", {})}
    if "set" in settings:
        record["ConfigurationSetName"] = settings["set"]


def setting(path: str) -> tuple[str, str] | None:
    """The identity and the setting that a PUT names."""
    found = re.fullmatch(r"(?:/v2/email)?/identities/([^/]+)/(configuration-set|dkim/signing|dkim)", path.rstrip("/"))
    return (found[1], found[2]) if found else None


def put(identity: str, name: str, wanted: dict):
    if identity not in ses_v2._identities:
        return ses_v2._json_err("NotFoundException", f"Email identity {identity} does not exist.", 404)
    if name == "configuration-set":
        wanted_set = wanted.get("ConfigurationSetName")
        if wanted_set and wanted_set not in ses_v2._config_sets:
            return ses_v2._missing_config_set(wanted_set)
        ses_v2._identities[identity].pop("ConfigurationSetName", None)
        write(identity, {"set": wanted_set} if wanted_set else {})
    elif name == "dkim":
        write(identity, {"dkim": {"SigningEnabled": bool(wanted.get("SigningEnabled"))}})
    else:
        length = (wanted.get("SigningAttributes") or {}).get("NextSigningKeyLength")
        write(identity, {"dkim": {"NextSigningKeyLength": length}} if length else {})
    return ses_v2.json_response({})


def keep_settings() -> None:
    handle = ses_v2.handle_request

    async def handle_request(method, path, headers, body, query_params):
        sub = path.rstrip("/").removeprefix("/v2/email")
        named = setting(path)
        if method == "PUT" and named:
            return put(*named, json.loads(body or b"{}"))
        if method == "POST" and sub in ("/identities", "/outbound-emails"):
            wanted = json.loads(body or b"{}")
            missing = wanted.get("ConfigurationSetName")
            if missing and missing not in ses_v2._config_sets:
                return ses_v2._missing_config_set(missing)
            answer = await handle(method, path, headers, body, query_params)
            if sub == "/identities" and answer[0] == 200:
                write(wanted["EmailIdentity"], settings_of(wanted))
            return answer
        return await handle(method, path, headers, body, query_params)

    ses_v2.handle_request = handle_request
