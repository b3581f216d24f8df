"""Vue components, whose compiler moves what its macros are given out of the setup function."""

from __future__ import annotations

from benchmarks.behaviour.case import Case, Maker
from benchmarks.behaviour.programs import expression, statements

_MACROS = {
    "defineProps default": "const props = defineProps({ code: { type: Number, default: CODE } });\nlog(props.code);",
    "defineProps factory": "const props = defineProps({ codes: { type: Array, default: () => [CODE, CODE] } });\nlog(props.codes);",
    "defineProps validator": "const props = defineProps({ errorCode: { validator: (errorCode) => [CODE, CODE].includes(errorCode), default: 1 } });\nlog(props.errorCode);",
    "defineProps typed default": "const { errorCode = CODE } = defineProps(['errorCode']);\nlog(errorCode);",
    "defineEmits": "const emit = defineEmits({ failed: (error) => error.getCode() === CODE });\nemit('failed', lastTrtcError);",
    "defineModel": "const errorCode = defineModel('errorCode', { type: Number, default: CODE });\nlog(errorCode.value);",
    "defineModel alone": "const errorCode = defineModel({ default: CODE });\nlog(errorCode.value);",
    "defineOptions": "defineOptions({ name: 'Room', failed: (error) => error.getCode() === CODE, errorCode: CODE });",
    "defineExpose": "defineExpose({ failed: (error) => error.getCode() === CODE });",
    "none": "const isFailed = (error) => error.getCode() === CODE;\nlog(isFailed(lastTrtcError));",
}
_TYPED = {
    "withDefaults": "const props = withDefaults(defineProps<{ code?: number }>(), { code: CODE });\nlog(props.code);",
    "withDefaults factory": "const props = withDefaults(defineProps<{ codes?: number[] }>(), { codes: () => [CODE, CODE] });\nlog(props.codes);",
    "typed props": "const { errorCode = CODE } = defineProps<{ errorCode?: number }>();\nlog(errorCode);",
    "typed model": "const errorCode = defineModel<number>('errorCode', { default: CODE });\nlog(errorCode.value);",
}
_TEMPLATES = (
    "<p>{{ failed ? 'yes' : 'no' }}</p>",
    '<p v-if="error.getCode() === CODE">yes</p><p v-else>no</p>',
    "<p>{{ error.getCode() === CODE ? 'yes' : 'no' }}</p>",
    '<p v-for="known in [CODE, CODE]" :key="known">{{ error.getCode() === known }}</p>',
    '<p v-for="ErrorCode in [1]" :key="ErrorCode">{{ ErrorCode }} {{ error.getCode() === CODE }}</p>',
    '<p :class="{ bad: error.getCode() === CODE }">x</p>',
    "<p v-pre>{{ error.getCode() === CODE }}</p>",
)


def vue(make: Maker) -> Case:
    """A component with a setup script, perhaps a plain one beside it, and a template."""
    typed = make.chance(0.4)
    shape, macro = make.pick(*(_TYPED if typed else _MACROS).items())
    template = make.pick(*_TEMPLATES)
    lang = ' lang="ts"' if typed else ""
    plain = ""
    if make.chance(0.3):
        own = make.pick(
            f"export const handle = (error) => {expression(make)};",
            "const ErrorCode = { JOIN_ROOM_FAILED: 0x4004 };\nlog(Object.keys(ErrorCode));",
            "export default { inheritAttrs: false };",
        )
        plain = f"<script{lang}>\n// TRTC\n{own}\n</script>\n\n"
        shape += ", two scripts"
    extra = statements(make) if make.chance(0.4) else ""
    script = (
        f"<script setup{lang}>\nimport TRTC from 'trtc-js-sdk';\n\nconst error = lastTrtcError;\n"
        f"const failed = {expression(make)};\n{macro}\n{extra}\n</script>\n"
    )
    text = plain + script + f"\n<template>\n  <div>{template}</div>\n</template>\n"
    while "CODE" in text:
        text = text.replace("CODE", make.code(), 1)
    return make.case("Vue macro", shape, {"Room.vue": text}, "Room.vue", "vue")


def nuxt(make: Maker) -> Case:
    """A page of Nuxt, whose `definePageMeta` runs in a module of its own."""
    shape, meta = make.pick(
        ("a value", "{ errorCode: CODE }"),
        ("a function", "{ validate: (error) => error.getCode() === CODE }"),
        (
            "a block",
            "{\n  validate(error) {\n    const code = error.getCode();\n    return code === CODE;\n  },\n}",
        ),
        ("a list", "{ errorCodes: [CODE, CODE] }"),
    )
    text = (
        f"<script setup>\n// TRTC\ndefinePageMeta({meta});\nconst error = lastTrtcError;\n"
        f"const failed = {expression(make)};\n</script>\n\n"
        "<template>\n  <p>{{ failed }}</p>\n</template>\n"
    )
    while "CODE" in text:
        text = text.replace("CODE", make.code(), 1)
    return make.case("Nuxt page", shape, {"room.vue": text}, "room.vue", "nuxt")
