"""Explain why TRTC refused a join, from the extra code that the page sends along."""


def explain_join(payload: dict) -> str:
    extra_code = payload.get("extra_code")
    if extra_code == -100013:
        return "account in arrears, call finance"
    if extra_code == -10012:
        return "room id missing or malformed"
    if extra_code in (70001, 70052):
        return "user sig expired"
    if extra_code == 70003:
        return "user sig truncated"
    return f"unknown ({extra_code})"
