"""Places of scripts: each spelling with a look-alike beside it that must stay silent."""

from __future__ import annotations

import pytest
from marked import found, unmarked

from flake8_trtc.config.options import Options
from flake8_trtc.fix.engine import fix_source
from flake8_trtc.source import Source

# In TRTC's surroundings: the SDK's import goes before each.
PLACES = {
    # by the parameter of a function or class of the script's own
    "given to own functions": "function mute(who, errorCode, wait = 0) {}\nmute(16388, ‹4097›, 4099);\nconst later = async (code) => {};\nlater(‹4097›);\nconst kept = useCallback((code = 1) => {}, []);\nkept(‹4097›);\nlet old = function (code) {};\nold(‹4097›);\nmute(...all, 4097);\nunknown(1, 4097);\nfunction resize(width) {}\nresize(4097);\nfunction taken({ code }) {}\ntaken(4097);\n",
    "given to own methods": "class A {\n  mute(errorCode) {}\n  close(code) {}\n  size(n) {}\n  kept = (code) => {};\n  go() { this.mute(‹4097›); this.close(4097); this.size(4097); this.kept(‹4097›); }\n}\na.mute(‹16388›);\nmute(4097);\nconst b = { fail(code) {}, show: (code) => {}, wide: function (width) {} };\nb.fail(‹4097›);\nb.show(‹4097›);\nb.wide(4097);\nb.late = (code) => {};\nb.late(‹4097›);\n",
    "given to several": "class A { put(code) {} say(code) {} }\nclass B { put(width) {} say(code, width) {} }\nx.put(4097);\ny.say(‹4097›, 4099);\n",
    "given to the rest": "const has = (e, ...codes) => codes.includes(e.code);\nhas(e, ‹4097›, ‹16388›);\nfunction wide(...sizes) {}\nwide(4097, 16388);\n",
    "collections given to own functions": "function mute(codes, rooms) {}\nmute([‹4097›, ‹16388›], [4099, 4097]);\n",
    "asked for a getter's": "const TIMEOUTS = new Set([‹16388›, ‹4099›]);\nconst WAITS = [‹16388›, ‹4099›];\nconst WIDTHS = [16388, 4099];\nconst SIZES = [16388, 4099];\nf(TIMEOUTS.has(e.getCode()) || WAITS.includes(e.getCode()) || WIDTHS.includes(e.width) || SIZES.includes(code));\n",
    "asked in a component": "export default {\n  data() { return { fatal: [‹4097›, ‹4099›], sizes: [4097, 4099], late: { ‹4097›: 1 } }; },\n  methods: { f(e) { return this.fatal.includes(e.getCode()) || this.sizes.includes(w) || this.late[e.getCode()]; } },\n};\n",
    "reduced": "[‹16388›, ‹4099›].reduce((sum, code) => sum + code, 0);\n[16388, 4099].reduce((code, width) => code + width, 0);\n",
    "called by call": "const { getCode } = e;\nif (getCode.call(e) === ‹4097› || e.getCode.apply(e) === ‹4099›) f();\nif (e.getWidth.call(e) === 4097) f();\n",
    "a default of get": "const a = _.get(e, 'code', ‹65535›);\nconst b = get(e, 'detail.code', ‹65535›);\nconst c = _.get(e, 'size', 65535);\n",
    # what is not TRTC's, though it is called a code
    "a reply's own code": "ask().then((res) => { if (res.data.code === 4097) f(); });\nthis.$http.get('/x').then((r) => r.data.code === 4097);\nconst { data } = await this.$axios.get('/x');\nif (data.code === 4097 || data.code === ‹16388›) f();\naxios.get('/x').then((r) => r.data.code === 4097);\nif (report.data.code === ‹4097›) f();\n",
    "the status of a process": "import { exec } from 'node:child_process';\nexec('x', (err) => { if (err && err.code === 4097) f(); });\nexec('x', (err, out) => { if (err.code === 4097) f(); });\nrun('x', (err) => { if (err.code === ‹4097›) f(); });\n",
    "a fax's": "const a = { 'fax.error': { 4097: 'x', 4099: 'y' }, 'rtc.error': { ‹4097›: 'x', ‹4099›: 'y' } };\n",
    "bases": "class Base extends Error { constructor(errorCode, message) { super(message); } }\nclass Sub extends Base { constructor() { super(‹4097›, 'x'); } }\nclass Other extends Base { constructor(code) { super('x', 4097); } }\nclass Box extends Shape { constructor() { super(4097); } }\n",
    "instead, bound": "const x = { a: code || ‹65535› };\nconst y = [code ?? ‹65535›];\nconst z = [size ?? 65535];\n",
    "of an entity": "f({ room: { code: 4097 } });\nf({ error: { code: ‹4097› } });\nf({ detail: { code: ‹4097› } });\nf({ account: { code: 4097 } });\n",
    "of the window": "window.code = ‹4097›;\nif (window.errorCode === ‹4097› || window.width === 4097) f();\n",
    "given on": "code$.subscribe((v) => v === ‹4097›);\nreadErrorCode().then((v) => v === ‹4097›);\nwidth$.subscribe((v) => v === 4097);\n",
    # renamed where they are taken apart
    "renamed": "function h({ code: n = ‹65535›, size: m = 65535 }) { return n === ‹4097› || m === 4097; }\nfor (const { errCode: n } of errors) f(n === ‹4097›);\nconst { country: { code: c } } = x;\nif (c === 4097) f();\nconst { code: k } = country;\nif (k === 4097) f();\nconst { code: d = ‹65535› } = err;\nif (d === ‹4097›) f();\n",
    "and": "const a = (e) => (e && e.code) === ‹4097›;\nconst b = (e) => (e && e.size) === 4097;\n",
    "setters": "setWidth(4097);\nsetRoomCode(4097);\nstore.setLastErrorCode(‹4097›);\nSentry.setTag('code', ‹4097›);\nel.setAttribute('data-code', ‹4097›);\nel.setAttribute('width', 4097);\n",
    # errors of the script's own, whatever they are called
    "own errors": "class Plain extends Error {}\nclass Gone extends Plain { constructor(width) { super(); } }\nfunction f() { throw new Plain(‹16388›); }\nfunction g() { throw new Gone(16388); }\nfunction h() { throw new Imported(‹16388›); }\nPromise.reject(new Plain(‹16388›));\n",
    "built-in errors": "function f() { throw new Error(16388); }\nfunction g() { throw new RangeError(16388); }\nfunction h() { throw new TypeError(16388); }\nclass Sized { constructor(width) {} }\nnew Sized(16388);\n",
    # what stands where a code does not
    "instead": "show(code || ‹65535›);\nshow(e.getCode() ?? ‹65535›);\nshow(errorCode ? errorCode : ‹4096›);\nshow(size || 65535, n ?? 4096);\ny = `${code ?? ‹65535›}`;\n",
    # what a watcher is given
    "watch": "watch(errorCode, (now, before) => { if (now === ‹4097› && before !== ‹16388›) f(); });\nwatch(() => state.code, (v) => v === ‹4097›);\nwatch(() => { return props.error.code; }, function (n, o) { return n === ‹4097› || o === ‹4099›; });\nwatch(width, (v) => v === 4097);\nwatch(() => size.value, (v) => v === 16388);\n",
    "watch several": "watch([errorCode, size], ([now, s], [before, t]) => { if (now === ‹4097› || s === 4097 || before === ‹4099› || t === 4099) f(); });\n",
    "watch of a component": "const a = {\n  watch: {\n    errorCode(now) { return now === ‹4097›; },\n    'error.code': function (v, old) { return v === ‹4097› || old === ‹4099›; },\n    lastCode: { immediate: true, handler(v) { return v === ‹4097›; } },\n    code: { handler: (v) => v === ‹4097›, deep: true },\n    width(v) { return v === 4097; },\n    'box.size'(v) { return v === 16388; },\n  },\n};\n",
    "$watch": "vm.$watch('errorCode', (v) => v === ‹4097›);\nvm.$watch(() => vm.code, (v) => v === ‹4097›);\nvm.$watch('width', (v) => v === 4097);\n",
    "ref": "const code = ref(‹4099›);\nconst errorCode = shallowRef(‹16388›);\nconst size = ref(4099);\nconst port = ref(16388);\n",
    "useState": "const [code, setCode] = useState(‹4099›);\nconst [errCode, set] = React.useState(() => ‹16388›);\nconst [size, setSize] = useState(4099);\nconst [port, setPort] = useState(16388);\n",
    "useRef": "const codeRef = useRef(‹4099›);\nconst lastCode = useRef(‹16388›);\nconst sizeRef = useRef(4099);\n",
    "signals": "const code = signal(‹4099›);\nconst [errorCode, setErrorCode] = createSignal(‹4099›);\nconst lastCode = writable(‹4099›);\nconst code$ = new BehaviorSubject(‹4099›);\nconst errCode = atom(‹4099›);\nconst size = signal(4099);\nconst port$ = new BehaviorSubject(16388);\n",
    "atom": "const errorCode = atom({ key: 'c', default: ‹4099› });\n",
    "Vue props": "export default { props: { code: { type: Number, default: ‹4099› }, size: { type: Number, default: 4099 }, port: { default: 16388 } } };\n",
    "Vue props function": "export default { props: { codes: { type: Array, default: () => [‹16388›, ‹4099›] }, sizes: { type: Array, default: () => [16388, 4099] } } };\n",
    "mongoose": "const s = new Schema({ code: { type: Number, default: ‹65535› }, size: { type: Number, default: 65535 } });\nR.init({ code: { type: INTEGER, defaultValue: ‹65535› }, port: { defaultValue: 65535 } });\n",
    "zod": "const s = z.object({ code: z.number().default(‹65535›), size: z.number().default(65535), errorCode: z.number().catch(‹65535›) });\n",
    "yargs": "yargs.option('code', { type: 'number', default: ‹4099› }).option('port', { default: 4099 });\n",
    "commander": "program.option('--code <n>', 'the code', ‹4099›).option('--port <n>', 'the port', 4099);\n",
    "storage": "localStorage.setItem('errorCode', ‹4099›);\nconst c = useLocalStorage('lastCode', ‹4099›);\nform.append('code', ‹4099›);\nparams.set('code', ‹4099›);\nform.append('size', 4099);\nparams.set('port', 16388);\nlocalStorage.setItem('port', 16388);\n",
    "stores": "const useStore = defineStore('x', { state: () => ({ code: ‹4099›, size: 4099 }) });\nconst store = new Vuex.Store({ state: { errorCode: ‹4099›, port: 4099 } });\nconst slice = createSlice({ name: 'e', initialState: { code: ‹4099›, port: 4099 } });\nconst state = reactive({ code: ‹4099›, size: 4099 });\n",
    "commit": "commit('setCode', ‹16388›);\ncommit('setSize', 4099);\n",
    "Vue.set": "Vue.set(this.report, 'code', ‹4099›);\nthis.$set(this.report, 'code', ‹16388›);\nReflect.set(err, 'code', ‹4099›);\n_.set(report, 'error.code', ‹4099›);\nVue.set(this.room, 'size', 4099);\n",
    "defineProperty": "Object.defineProperty(err, 'code', { value: ‹4099› });\nObject.defineProperty(err, 'code', { get: () => ‹4099› });\nObject.defineProperty(win, 'innerWidth', { value: 4099 });\nObject.defineProperties(err, { code: { value: ‹16388› } });\n",
    # fakes
    "mockReturnValue": "err.getCode = jest.fn().mockReturnValue(‹4099›);\nerr.getCode.mockReturnValue(‹4099›);\nerr.getCode.mockReturnValueOnce(‹16388›).mockReturnValueOnce(‹4099›);\nerr.getSize = jest.fn().mockReturnValue(4099);\nerr.getRoom.mockReturnValue(16388);\n",
    "mock in object": "const err = { getCode: jest.fn().mockReturnValue(‹4099›), getSize: vi.fn().mockReturnValue(4099) };\nconst e2 = { getCode: vi.fn(() => ‹4099›), getPort: vi.fn(() => 4099) };\n",
    "mockImplementation": "err.getCode = jest.fn().mockImplementation(() => ‹4099›);\nerr.getCode.mockImplementationOnce(() => ‹4099›);\nerr.getPort.mockImplementation(() => 4099);\n",
    "spyOn": "jest.spyOn(err, 'getCode').mockReturnValue(‹4099›);\nvi.spyOn(err, 'code', 'get').mockReturnValue(‹4099›);\njest.spyOn(err, 'getCode').mockImplementation(() => ‹16388›);\njest.spyOn(win, 'innerWidth', 'get').mockReturnValue(4099);\n",
    "mocked": "jest.mocked(err.getCode).mockReturnValue(‹4099›);\nvi.mocked(getErrorCode).mockReturnValue(‹4099›);\nvi.mocked(getPort).mockReturnValue(4099);\n",
    "rejected": "client.join.mockRejectedValue({ code: ‹4099›, getCode: () => ‹4099› });\nclient.join = jest.fn().mockRejectedValueOnce({ getCode: () => ‹16388›, size: 4099 });\nclient.join.mockRejectedValue(new RtcError(‹16388›));\nclient.size.mockResolvedValue(4099);\n",
    "sinon": "sinon.stub(err, 'getCode').returns(‹4099›);\nerr.getCode = sinon.stub().returns(‹4099›);\nerr.getCode = sinon.stub().onCall(0).returns(‹16388›);\ncy.stub(err, 'getCode').returns(‹4099›);\nsinon.stub(room, 'getSize').returns(4099);\nsinon.stub(err, 'code').value(‹4099›);\n",
    "when": "when(err.getCode()).thenReturn(‹4099›);\ntd.when(err.getCode()).thenReturn(‹4099›);\nwhen(room.getPort()).thenReturn(4099);\n",
    "getters": "const err = { getCode: () => ‹4099›, getSize() { return 4099; } };\nconst e = { getCode() { return ‹4099›; }, get code() { return ‹4099›; }, get size() { return 4099; } };\nclass E { getCode() { return ‹4099›; } get code() { return ‹4099›; } getPort() { return 4099; } getCodes = () => [‹16388›, ‹4099›]; }\n",
    "prototype": "RtcError.prototype.getCode = function () { return ‹4099›; };\nRtcError.prototype.getCode = () => ‹4099›;\nRoom.prototype.getPort = function () { return 4099; };\n",
    # collections
    "methods": "codes.push(‹4099›);\nerrorCodes.add(‹16388›);\nretryCodes.unshift(‹4099›, ‹16388›);\ncodes.delete(‹4099›);\ncodes.includes(‹4099›);\nsizes.push(4099);\nports.add(16388);\n",
    "add chain": "const codes = new Set().add(‹16388›).add(‹4099›);\nconst errors = new Map().set(‹16388›, 'join').set(‹4099›, 'dev');\nconst ports = new Set().add(16388).add(4099);\nconst sizes = new Map().set(16388, 1).set(4099, 2);\n",
    "Set.has": "if (new Set([‹16388›, ‹4099›]).has(code)) {}\nif (new Set([16388, 4099]).has(port)) {}\nif (Array.from([‹4099›]).includes(code)) {}\n",
    "Map": "const t = new Map([[‹4099›, 'dev']]).get(code);\nif (new Map([[‹4099›, 'dev']]).has(code)) {}\nconst t2 = new Map([[4099, 'dev']]).get(port);\nconst t3 = new Map(Object.entries({ ‹4099›: 'dev' })).get(code);\n",
    "keys": "if (Object.keys({ ‹4099›: 1 }).includes(String(code))) {}\nconst errors = Object.fromEntries([[‹16388›, 'join'], [‹4099›, 'd']]);\nconst sizes = Object.fromEntries([[16388, 'join'], [4099, 'd']]);\n",
    "in": "if (code in { ‹4099›: 1 }) {}\nif (‹4099› in ERROR_TEXT) {}\nif (‹TRT002:'16388'› in errorText) {}\nif (4099 in SIZES) {}\nif (port in { 4099: 1 }) {}\n",
    "hasOwn": "if (Object.hasOwn({ ‹4099›: 1 }, code)) {}\nif (Object.hasOwn(ERRORS, ‹4099›)) {}\nif (ERRORS.hasOwnProperty(‹4099›)) {}\nif ({ ‹4099›: 1 }.hasOwnProperty(code)) {}\nif (Object.prototype.hasOwnProperty.call(ERRORS, ‹4099›)) {}\nif (Object.prototype.hasOwnProperty.call({ ‹4099›: 1 }, code)) {}\nif (Reflect.has(ERRORS, ‹4099›)) {}\nif (Object.hasOwn(SIZES, 4099)) {}\nif (Object.hasOwn({ 4099: 1 }, port)) {}\n",
    "lodash": "if (_.includes([‹16388›, ‹4099›], code)) {}\nif (_.has(ERRORS, ‹4099›)) {}\nif (_.isEqual(code, ‹4099›)) {}\nif (_.includes([16388, 4099], port)) {}\n_.get(ERROR_TEXT, ‹4099›);\n",
    "pattern keys": "const { ‹16388›: join, ‹4099›: device } = ERRORS;\nconst { 16388: a, 4099: b } = sizes;\nfunction f({ ‹4099›: text } = ERRORS) {}\n",
    "method keys": "const errorHandlers = { ‹16388›() {}, ‹4099›() {}, async ‹16451›() {}, get ‹16390›() { return 1; } };\nconst sizes = { 16388() {}, 4099() {} };\n",
    "computed keys": "const errors = { [‹16388›]: 'join', [‹4099›]() {} };\n",
    "some": "if (codes.some((c) => c === ‹4099›)) {}\nconst x = errorCodes.filter(c => c !== ‹65535›);\nconst y = codes.find(function (n) { return n === ‹4099›; });\nconst z = ports.some((c) => c === 4099);\nconst w = sizes.filter(c => c !== 65535);\n",
    "some of literals": "if ([‹16388›, ‹4099›].some((c) => c === code)) {}\nif ([‹4099›, ‹16388›].find(c => code === c)) {}\nif ([16388, 4099].some((c) => c === port)) {}\nif ([‹4099›, ‹16388›].every(c => c !== err.getCode())) {}\n",
    "forEach": "codes.forEach((c) => { if (c === ‹4099›) f(); });\n[‹16388›, ‹4099›].forEach((code) => f(code));\n[16388, 4099].forEach((port) => f(port));\nports.forEach((c) => { if (c === 4099) f(); });\n",
    "for of": "for (const code of [‹16388›, ‹4099›]) f(code);\nfor (const c of codes) if (c === ‹4099›) f();\nfor (const port of [16388, 4099]) f(port);\nfor (const c of ports) if (c === 4099) f();\nfor (const [code, text] of [[‹16388›, 'join'], [‹4099›, 'dev']]) f(code);\nfor (const [code, text] of Object.entries({ ‹16388›: 'a', ‹4099›: 'b' })) f();\nfor (const [size, text] of [[16388, 'join'], [4099, 'dev']]) f(size);\n",
    "map": "const errors = [‹16388›, ‹4099›].map((code) => make(code));\nconst ports = [16388, 4099].map((port) => make(port));\n",
    "each": "test.each([‹16388›, ‹4099›])('x %i', (code) => {});\nit.each([[‹16388›, 'a'], [‹4099›, 'b']])('x', (code, text) => {});\nit.each([['a', ‹16388›]])('x', (text, code) => {});\nit.each([{ code: ‹4099›, size: 4099 }])('x', ({ code }) => {});\ntest.each([16388, 4099])('x', (port) => {});\ndescribe.each([[16388, 'a']])('x', (size, text) => {});\n",
    "each template": "test.each`\n  code | size\n  ${‹16388›} | ${16388}\n  ${‹4099›} | ${4099}\n`('x', ({ code, size }) => {});\n",
    "fast-check": "fc.property(fc.constantFrom(‹16388›, ‹4099›), (code) => f(code));\nfc.assert(fc.property(fc.constantFrom(16388, 4099), (port) => f(port)));\n",
    "spread": "const codes = [...BASE, ‹4099›];\nconst retryCodes = new Set([...BASE, ‹4099›]);\nconst ports = [...BASE, 4099];\nconst allCodes = BASE.concat([‹4099›]);\nconst moreCodes = codes.concat(‹4099›);\nconst sizes = BASE.concat([16388, 4099]);\n",
    # tables
    "export default": "export default { ‹16388›: 'join', ‹4099›: 'dev' };\n",
    "export default 2": "export default Object.freeze({ ‹16388›: 'join', ‹16451›: 'play' });\n",
    "export default silent": "export default { 1: 'a', 2: 'b', 3: 'c', 16388: 'x' };\n",
    "export default codes": "export default [‹16388›, ‹16451›];\n",
    "module.exports": "module.exports = { ‹16388›: 'join', ‹4099›: 'dev' };\n",
    "exports.": "exports.errorTexts = { ‹4099›: 'dev' };\nexports.sizes = { 4099: 'dev', 16388: 'x' };\n",
    "useMemo": "const errorText = useMemo(() => ({ ‹16388›: 'join', ‹4099›: 'dev' }), []);\nconst errors = useMemo(() => { return { ‹4099›: 'dev' }; }, []);\nconst sizes = useMemo(() => ({ 16388: 'join', 4099: 'dev' }), []);\nconst codes = computed(() => [‹16388›, ‹4099›]);\n",
    "returned table": "const errorTexts = () => ({ ‹16388›: 'join', ‹4099›: 'dev' });\nfunction texts() { return { ‹16388›: 'join', ‹16451›: 'dev' }; }\nfunction sizes() { return { 16388: 1, 4099: 2 }; }\n",
    "assign": "Object.assign(ERRORS, { ‹4099›: 'dev' });\nconst errors = Object.assign({}, base, { ‹4099›: 'dev' });\nconst errorText = { ...base, ‹4099›: 'dev' };\nObject.assign(SIZES, { 4099: 'dev' });\nconst errs = _.merge({}, base, { ‹4099›: 1 });\n",
    "nested": "const config = { errors: { ‹4099›: 'dev' }, sizes: { 4099: 1 } };\nconst c2 = { retry: { codes: [‹16388›, ‹4099›], ports: [16388, 4099] } };\nconst i18n = { en: { errors: { ‹16388›: 'a' } }, zh: { sizes: { 16388: 'b' } } };\n",
    "nested lists": "const ERRORS = { retry: [‹16388›, ‹4099›], fatal: [‹16451›] };\nconst PORTS = { a: [16388, 4099] };\n",
    "data": "export default { data() { return { errors: { ‹4099›: 'dev' }, code: ‹4099›, sizes: { 4099: 1 } }; } };\n",
    "field table": "class A { errors = { ‹4099›: 'dev' }; static codes = [‹16388›, ‹4099›]; sizes = { 4099: 1 }; ports = [16388, 4099]; }\n",
    # mongo
    "mongo": "db.find({ code: { $in: [‹16388›, ‹4099›] }, room: { $gt: 4096 } });\ndb.find({ errorCode: { $eq: ‹4099› } });\ndb.find({ code: { $ne: ‹65535› } });\ndb.find({ 'error.code': { $nin: [‹4099›] } });\ndb.find({ port: { $in: [4099] }, size: { $eq: 4099 } });\ndb.find({ code: { $gte: 16385 } });\n",
    "prisma": "db.findMany({ where: { code: { in: [‹16388›, ‹4099›] }, size: { in: [16388, 4099] } } });\ndb.findMany({ where: { code: { equals: ‹4099›, not: ‹65535› } } });\n",
    "sequelize": "R.findAll({ where: { code: { [Op.in]: [‹16388›, ‹4099›] }, port: { [Op.in]: [16388, 4099] } } });\nR.findAll({ where: { code: { [Op.ne]: ‹65535› } } });\n",
    "mongo expr": "const x = { $cond: [{ $eq: ['$code', ‹4099›] }, 1, 0] };\nconst y = { $cond: [{ $eq: ['$port', 4099] }, 1, 0] };\n",
    # assignment
    "??=": "code ??= ‹4099›;\nthis.errorCode ||= ‹65535›;\nstate.code &&= ‹4099›;\nsize ??= 4099;\nport ||= 16388;\ncode += 16388;\n",
    "destructured default": "const { code = ‹4099›, size = 4099 } = report;\nconst [x = 4099, port = 4099] = row;\n",
    "destructured arrays": "const [kind, code] = ['join', ‹16388›];\nconst [kind2, port] = ['join', 16388];\n",
    # assertions
    "toHaveProperty": "expect(err).toHaveProperty('code', ‹4099›);\nexpect(err).toHaveProperty(['error', 'code'], ‹4099›);\nawait expect(p).rejects.toHaveProperty('code', ‹16388›);\nexpect(room).toHaveProperty('size', 4099);\n",
    "have.property": "expect(err).to.have.property('code', ‹4099›);\nexpect(err).to.have.property('code').that.equals(‹4099›);\nexpect(err).to.have.property('code').equal(‹4099›);\nerr.should.have.property('code', ‹4099›);\nassert.propertyVal(err, 'code', ‹4099›);\nexpect(room).to.have.property('size', 4099);\nexpect(room).to.have.property('size').that.equals(4099);\n",
    "should": "cy.wrap(err).its('code').should('eq', ‹4099›);\ncy.get('@err').invoke('getCode').should('equal', ‹16388›);\ncy.wrap(err).invoke('getCode').should('not.eq', ‹4099›);\ncy.wrap(err).should('have.property', 'code', ‹4099›);\ncy.wrap(code).should('eq', ‹4099›);\ncy.window().its('innerWidth').should('eq', 4099);\ncy.wrap(el).invoke('width').should('eq', 4099);\n",
    "should oneOf": "cy.wrap(err).its('code').should('be.oneOf', [‹16388›, ‹4099›]);\ncy.wrap(el).its('width').should('be.oneOf', [16388, 4099]);\n",
    "should chain": "err.code.should.equal(‹4099›);\nerr.getCode().should.eql(‹4099›);\nroom.size.should.equal(4099);\n",
    "oneOf": "expect(code).to.be.oneOf([‹16388›, ‹4099›]);\nexpect(code).toBeOneOf([‹16388›, ‹4099›]);\nexpect([‹16388›, ‹4099›]).toContain(code);\nexpect([‹16388›]).to.include(err.getCode());\nexpect(port).to.be.oneOf([16388, 4099]);\nassert.oneOf(code, [‹4099›]);\n",
    "contain": "expect(codes).toContain(‹4099›);\nexpect(codes).to.include(‹4099›);\nexpect(errorCodes).toContainEqual(‹4099›);\nexpect(ports).toContain(4099);\nassert.include(codes, ‹4099›);\nassert.include([‹4099›], code);\n",
    "lists": "expect(codes).toEqual([‹16388›, ‹4099›]);\nexpect(errorCodes).to.deep.equal([‹4099›]);\nassert.deepStrictEqual(codes, [‹16388›, ‹4099›]);\nexpect(ports).toEqual([16388, 4099]);\nexpect(codes).to.have.members([‹4099›]);\n",
    "objects": "expect(err).toMatchObject({ code: ‹4099›, size: 4099 });\nexpect(f).toHaveBeenCalledWith(expect.objectContaining({ code: ‹4099› }));\nexpect(showError).toHaveBeenCalledWith(‹16388›);\nexpect(joinRoom).toHaveBeenCalledWith(16388);\nsinon.assert.calledWith(showError, ‹16388›);\n",
    "chai more": "expect(code).to.be.equal(‹4099›);\nexpect(code).to.not.eq(‹4099›);\nexpect(code).is.equal(‹4099›);\nassert.notStrictEqual(code, ‹4099›);\nt.is(code, ‹4099›);\nassert.equal(‹4099›, code, 'x');\nexpect(port).to.be.equal(4099);\n",
    "await": "expect(await page.evaluate(() => err.getCode())).toBe(‹4099›);\nif (await page.evaluate(() => window.lastErrorCode) === ‹4099›) {}\nif (await page.evaluate('window.err.getCode()') === ‹4099›) {}\nif (await browser.execute(() => { return err.getCode(); }) === ‹16388›) {}\nif (await page.evaluate(() => window.innerWidth) === 4099) {}\nexpect(await page.evaluate(() => room.size)).toBe(4099);\n",
    "poll": "await expect.poll(() => err.getCode()).toBe(‹4099›);\nawait expect(() => err.getCode()).toPass();\nawait expect.poll(() => room.size).toBe(4099);\n",
    # strings
    "formatted": "if (`${code}` === ‹TRT002:'16388'›) {}\nif (`0x${code.toString(16)}` === ‹TRT002:'0x4004'›) {}\nif ('0x' + code.toString(16) === ‹TRT002:'0x4004'›) {}\nif (code + '' === ‹TRT002:'16388'›) {}\nif (`${size}` === '16388') {}\nif ('0x' + size.toString(16) === '0x4004') {}\n",
    "Object.is": "if (Object.is(code, ‹4099›)) {}\nif (Object.is(port, 4099)) {}\n",
    "switch true": "switch (true) { case code === ‹4099›: f(); break; case port === 4099: }\n",
    "comma": "const errorCode = (f(), ‹4099›);\n",
    "promise": "Promise.reject({ code: ‹4099› });\nreject(Object.assign(new Error('x'), { code: ‹4099›, size: 4099 }));\nthrow Object.assign(new Error('x'), { code: ‹16388› });\n",
    "jsx": "const A = () => <Failure code={‹4099›} size={4099} codes={[‹16388›, ‹4099›]} />;\n",
    "createElement": "h(Failure, { code: ‹4099›, size: 4099 });\n",
    "decorators": "class A { @Prop({ default: ‹4099› }) code; @Prop({ default: 4099 }) size; @Column({ default: ‹65535› }) errorCode; }\n",
    "texts of codes": "if (e.getCode().toString() === ‹TRT002:'16388'›) {}\nif (String(e.getCode()) === ‹TRT002:'16388'›) {}\nif ('0x' + e.getCode().toString(16) === ‹TRT002:'0x4004'›) {}\nif (e.getCode() === ‹TRT204:'16388'›) {}\n",
    "map result": "expect(errors.map((e) => e.code)).toEqual([‹4099›]);\nexpect(errors.map(e => e.getCode())).toEqual([‹4099›]);\nexpect(rooms.map(e => e.size)).toEqual([4099]);\n",
    "vm": "expect(wrapper.vm.code).toBe(‹4099›);\nexpect(wrapper.vm.size).toBe(4099);\n",
    "its path": "cy.wait('@report').its('request.body.code').should('eq', ‹4099›);\ncy.wait('@report').its('request.body.size').should('eq', 4099);\n",
    "lodash get": "if (_.get(err, 'error.code') === ‹4099›) {}\nif (_.get(err, 'room.size') === 4099) {}\n",
    "lodash some": "if (_.some(codes, (c) => c === ‹4099›)) {}\nif (_.some(ports, (c) => c === 4099)) {}\n",
    "default method": "export default { props: { code: { type: Number, default() { return ‹4099›; } }, size: { default() { return 4099; } } } };\n",
    "default fn": "export default { props: { code: { type: Number, default: function () { return ‹4099›; } } } };\n",
    "zustand": "const useS = create((set) => ({ code: ‹4099›, size: 4099, fail: () => set({ code: ‹16388› }) }));\n",
    "as Mock": "err.getCode.mockReturnValue(‹4099›).mockName('x');\nconst getCode = vi.fn().mockReturnValueOnce(‹4099›).mockReturnValue(‹16388›);\n",
    "mocked object": "vi.mocked(err).getCode.mockReturnValue(‹4099›);\njest.mocked(room).getSize.mockReturnValue(4099);\n",
    "entries": "Object.entries({ ‹16388›: 'a', ‹4099›: 'b' }).forEach(([code, text]) => f(code));\nfor (const [k, v] of Object.entries(ERRORS)) if (+k === 1) f();\n",
    "svelte": "let { code = ‹4099›, size = 4099 } = $props();\n",
    "static get": "class E { static get code() { return ‹4099›; } static get size() { return 4099; } }\n",
    "new Map typed": "const errors = new Map([[‹16388›, { text: 'a' }], [‹4099›, { text: 'b' }]]);\nconst sizes = new Map([[16388, { text: 'a' }], [4099, { text: 'b' }]]);\n",
    "array of objects": "const cases = [{ code: ‹4099›, port: 4099 }, { code: ‹16388›, port: 16388 }];\ncases.forEach(({ code, port }) => { it('x', () => expect(f(code)).toBe(1)); });\n",
    "each objects": "describe.each([{ code: ‹16388›, size: 4096 }])('$code', ({ code }) => {});\n",
    "find": "const hit = [{ code: ‹4099›, text: 'x' }].find((r) => r.code === code);\n",
    "reduce": "const n = codes.reduce((sum, c) => sum + (c === ‹4099› ? 1 : 0), 0);\nconst m = ports.reduce((sum, c) => sum + (c === 4099 ? 1 : 0), 0);\n",
    "switch some": "const retry = codes.every((c) => [‹16388›, ‹4099›].includes(c));\nconst retry2 = ports.every((c) => [16388, 4099].includes(c));\n",
    "Set ops": "if (new Set(codes).has(‹4099›)) {}\nif (new Set(ports).has(4099)) {}\nconst x = new Set(codes).isDisjointFrom(new Set([‹4099›]));\n",
    "nullish": "const code = err?.getCode?.() ?? ‹65535›;\nconst size = err?.size ?? 65535;\nconst x = (err.code || ‹65535›) === code;\n",
    "in keys": "const known = ‹4099› in errorText ? 1 : 2;\nif (!(‹16388› in ERRORS)) {}\n",
    "optional call": "errors?.[‹4099›]?.();\nhandlers[4099]?.();\n",
    "playwright": "await expect(page.evaluate(() => window.err.code_)).resolves.toBe(‹4099›);\nconst code = await page.evaluate(() => window.x);\nexpect(code).toBe(‹4099›);\nconst width = await page.evaluate(() => window.x);\nexpect(width).toBe(4099);\n",
    "bound eval": "const result = await page.evaluate(() => err.getCode());\nexpect(result).toBe(‹4099›);\nconst r2 = await page.evaluate(() => room.size);\nexpect(r2).toBe(4099);\n",
    "webdriver": "const result = await driver.executeScript('return window.lastError.getCode()');\nassert.equal(result, ‹4099›);\nconst r3 = await driver.executeScript('return window.innerHeight');\nassert.equal(r3, 4099);\n",
    "chai as promised": "return expect(p).to.be.rejected.and.eventually.have.property('code', ‹4099›);\n",
    "throws": "expect(() => f()).to.throw().with.property('code', ‹4099›);\nexpect(() => f()).to.throw().with.property('size', 4099);\n",
    "node assert": "assert.rejects(p, { code: ‹4099›, size: 4099 });\nassert.throws(f, (e) => e.code === ‹4099›);\n",
    "tap": "t.equal(err.code, ‹4099›);\nt.same(codes, [‹16388›, ‹4099›]);\nt.equal(room.size, 4099);\n",
    "jasmine": "spyOn(err, 'getCode').and.returnValue(‹4099›);\nspyOn(room, 'getSize').and.returnValue(4099);\nconst err2 = jasmine.createSpyObj('e', { getCode: ‹4099›, getSize: 4099 });\n",
    "proxy": "const errors = new Proxy({ ‹16388›: 'a', ‹4099›: 'b' }, {});\nconst sizes = new Proxy({ 16388: 'a', 4099: 'b' }, {});\n",
    "as const obj": "const CODES = { join: ‹16388›, device: ‹4099› };\nconst SIZES = { join: 16388, device: 4099 };\n",
    "class static table": "class A { static ERRORS = { ‹4099›: 'dev' }; static SIZES = { 4099: 'x' }; }\n",
    "return new Set": "function retryCodes() { return new Set([‹16388›, ‹4099›]); }\nfunction ports() { return new Set([16388, 4099]); }\n",
    "arrow table": "const errorText = (code) => ({ ‹16388›: 'a', ‹4099›: 'b' })[code];\nconst sizeText = (size) => ({ 16388: 'a', 4099: 'b' })[size];\n",
    "ternary chain": "const m = code == ‹4099› ? 'a' : code == ‹16388› ? 'b' : 'c';\n",
    "mongo update": "db.updateOne({ code: ‹4099› }, { $set: { code: ‹16388›, size: 4099 }, $push: { codes: ‹4099›, sizes: 4099 } });\n",
    "typeorm": "repo.find({ where: { code: In([‹16388›, ‹4099›]), size: In([16388, 4099]) } });\nrepo.find({ where: { code: Not(‹4099›), errorCode: Equal(‹4099›), size: Not(4099), n: MoreThan(4099) } });\n",
    "knex": "knex('r').where('code', ‹4099›).whereIn('code', [‹16388›, ‹4099›]).where('size', 4099).whereIn('port', [16388, 4099]);\nknex('r').where('code', '=', ‹4099›).where('code', '>', 4099);\n",
    "rtl": "render(<Failure code={‹4099›} size={4099} />);\n",
    "vue test": "const w = mount(Failure, { props: { code: ‹4099›, size: 4099 } });\nexpect(w.props('code')).toBe(‹4099›);\nexpect(w.emitted('error')[0]).toEqual([{ code: ‹16388› }]);\n",
    "msw": "rest.post('/report', (req, res, ctx) => res(ctx.json({ code: ‹4099›, size: 4099 })));\n",
    "nock": "nock(url).post('/report', { code: ‹4099› }).reply(200, { error: { code: ‹16388› } });\n",
    "supertest": "await request(app).post('/report').send({ code: ‹4099›, room: 65535 }).expect(200);\n",
    "express": "app.post('/r', (req, res) => { if (req.body.code === ‹4099›) res.send(1); if (req.body.size === 4099) res.send(2); });\n",
    "queue": "const { code } = JSON.parse(msg); if (code === ‹4099›) retry();\n",
    "i18n": "const messages = { zh: { error: { ‹16388›: '进房失败', ‹4099›: '无设备' } }, en: { error: { ‹16388›: 'join', ‹4099›: 'dev' }, size: { 4096: 'x' } } };\n",
    "i18n code": "const zh = { trtc: { errors: { code: { ‹4099›: 'x' } } } };\n",
    "handlers": "const handlers = { ‹16388›: retry, ‹4099›: ask, default: show };\n(handlers[code] || handlers.default)();\n",
    "strategy": "const onCode = new Map([[‹16388›, () => retry()], [‹4099›, ask]]);\n",
    "switch return": "const text = (() => { switch (code) { case ‹16388›: return 'a'; case ‹4099›: return 'b'; } })();\n",
    "promise any": "p.catch(({ code }) => { if (code === ‹4099›) f(); });\np.catch(({ size }) => { if (size === 4099) f(); });\n",
    "class getter": "class FakeError extends Error { constructor() { super('x'); this.code = ‹4099›; this.size = 4099; } getCode() { return this.code; } }\n",
    "own error": "class CallFailure extends Error { constructor(code, size) { super(code); } }\nthrow new CallFailure(‹4098›, 4099);\n",
    "own error, other parameter": "class WaitError extends Error { constructor(millis) { super(millis); } }\nthrow new WaitError(4098);\nclass Box { constructor(code) {} }\nnew Box(4098);\n",
    "ctor arg": "class FakeError { constructor(code) { this.code = code; } }\nnew FakeError(‹16388›);\n",
    "const alias": "const DEFAULT_CODE = ‹4099›;\nconst RETRY_CODES = Object.freeze([‹16388›, ‹4099›]);\nconst DEFAULT_SIZE = 4099;\n",
    "assign prop": "const e = Object.assign(new Error('x'), { getCode: () => ‹4099›, getSize: () => 4099 });\nwindow.lastErrorCode = ‹4099›;\n",
    "hex digits": "if (code.toString(16) === ‹TRT002:'4043'›) {}\nif (e.getCode().toString(16).padStart(4, '0') == ‹TRT002:'1003'›) {}\nswitch (code.toString(16).toUpperCase()) { case ‹TRT002:'404B'›: f(); }\nif ([‹TRT002:'4043'›, ‹TRT002:'4004'›].includes(code.toString(16))) {}\nconst digits = `${code.toString(16)}`; if (digits === ‹TRT002:'4004'›) {}\nconst t = { ‹TRT002:'4004'›: 'join' }[code.toString(16)];\n",
    "hex digits of others": "if (code.toString() === '4043' || code.toString(10) === '4043' || port.toString(16) === '4043') {}\nif (code === '4043' || code.toString(16) === '4096' || `${code.toString(16)}0` === '4043') {}\n",
    "asked for": "const ignore = [‹4099›]; const hints = { ‹4099›: 'a' }; const sizes = [4099]; const things = { 4099: 1 }; const rooms = { 4099: 1 };\nif (ignore.includes(err.code) || err.code in rooms) f(hints[error.code], sizes.includes(err.code), things[size]);\n".replace(
        "rooms = { 4099", "rooms = { ‹4099›"
    ),
    "asked levels": "const grave = new Map([[‹16400›, 'warn'], [‹16461›, 'warn'], [‹16388›, 'error']]);\nexport const levelOf = (code) => grave.get(code) ?? 'error';\nconst levels = [4096, 16385, 65535];\n",
    "a getter's fallback": "const c = e.getCode?.() ?? ‹0xffff›;\nlet n = ‹65535›; n = e.getCode();\nlet m = 65535; m = buf.length;\n",
    "store": "export const store = { code: ‹4096›, size: 4096 };\nexport const shop = { code: 4096 };\n",
    "selectors": "const last = useSelector((s) => s.trtc.lastErrorCode); if (last === ‹4099›) {}\nconst w = useSelector((s) => s.width); if (w === 16388) {}\n",
    "keys around": "const x = { country: { code: 65535 }, error: { code: ‹65535› }, data: [{ error: { code: ‹4099› } }] };\n",
    "data attributes": "const a = <p data-code={‹4099›} data-size={4099} />;\n",
    "a catch's value": "client.join({}).catch((e) => e.getCode()).then((n) => { if (n === ‹4099›) f(); });\nconst k = await client.join({}).then(() => 0, (e) => e.getCode()); if (k === ‹4099›) {}\n",
    "keys of the keyboard": "document.onkeypress = function (e) { var code = e.charCode; if (code === 0x4004) f(); };\nel.addEventListener('keydown', (e) => { const code = e.keyCode; if (code === 16388) f(); });\n",
    "the browser": "navigator.geolocation.getCurrentPosition(ok, (err) => { if (err.code === 4099) f(); });\n",
    "a database": "const mysql = require('mysql2'); mysql.query('x', (err) => { if (err.code === 4099) f(); });\n",
    "class fields": "class A { static CODES = { join: ‹16388›, device: ‹4099› }; #errorCodes = { join: ‹16388› }; static PORTS = { join: 16388, device: 4099 }; }\n",
}


TYPESCRIPT = {
    "types": "const errors = new Map<number, string>([[‹16388›, 'a'], [‹4099›, 'b']]);\nconst [code, setCode] = useState<number>(‹4099›);\nconst c = ref<number | null>(‹16388›);\nconst lastCode = ref<number>(‹4099›);\n(err.getCode as jest.Mock).mockReturnValue(‹4099›);\nconst codes: ReadonlySet<number> = new Set<number>([‹4099›, ‹16388›]);\n",
    "satisfies": "const text = { ‹16388›: 'a', ‹4099›: 'b' } as const satisfies Record<number, string>;\nexport default { ‹16388›: 'a', ‹4099›: 'b' } as Record<number, string>;\n",
    "param property": "class A { constructor(public code: number = ‹4099›, private size = 4099) {} }\n",
    "decorators": "class A { @Column({ type: 'int', default: ‹65535› }) code: number; @Column({ default: 65535 }) size: number; @Prop({ default: ‹4099› }) readonly errorCode!: number; @Prop({ type: Number, default: 4099 }) width!: number; }\n",
    "input": "class A { code = input(‹4099›); @Input() errorCode = ‹4099›; size = input<number>(4099); lastCode = signal<number>(‹4099›); }\n",
    "typed arrow": "const getCode = (): number => ‹4099›;\nconst getSize = (): number => 4099;\nconst err: RtcError = { getCode: (): number => ‹16388›, size: 4099 } as unknown as RtcError;\n",
    "each typed": "it.each<[number, string]>([[‹16388›, 'a']])('x', (code: number, text: string) => {});\nit.each<number>([‹4099›, ‹16388›])('x', (code: number) => {});\n",
    "for typed": "for (const code of [‹16388›, ‹4099›] as const) f(code);\ncodes.forEach((c: number) => { if (c === ‹4099›) f(); });\nports.forEach((c: number) => { if (c === 4099) f(); });\n",
    "non null": "if (codes!.includes(‹4099›)) {}\nif (ERROR_TEXT[‹4099›]!) {}\n",
    "enum table": "const text: Partial<Record<number, string>> = { ‹16388›: 'a', ‹16451›: 'b' };\n",
    "abstract": "abstract class A { protected readonly retryCodes: number[] = [‹16388›, ‹4099›]; protected sizes: number[] = [16388, 4099]; }\n",
    "optional": "function f(code?: number, { errorCode = ‹4099› }: Opts = {}) {}\nfunction g(opts = { code: ‹4099›, size: 4099 }) {}\n",
    "assertion": "const code = <number>‹16388›;\n",
}
BEFORE = "import TRTC from 'trtc-js-sdk';\n"


@pytest.mark.parametrize("suffix", ["jsx", "tsx"])
@pytest.mark.parametrize("case", PLACES)
def test_place(case: str, suffix: str) -> None:
    plain, expected = unmarked(BEFORE + PLACES[case])
    assert found(plain, f"app.{suffix}") == expected


@pytest.mark.parametrize("case", TYPESCRIPT)
def test_place_in_typescript(case: str) -> None:
    plain, expected = unmarked(BEFORE + TYPESCRIPT[case])
    assert found(plain, "app.ts") == expected


@pytest.mark.parametrize("case", PLACES)
def test_a_place_is_fixed(case: str) -> None:
    plain, expected = unmarked(BEFORE + PLACES[case])
    outcome = fix_source(Source("app.jsx", plain.encode()), Options())
    assert outcome.error is None
    wanted = sum(code == "TRT001" for *_, code in expected)
    assert len(outcome.fixed) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "const code = ref(16388); err.getCode = jest.fn().mockReturnValue(16388); codes.add(16388);\n",
        "yargs.option('code', { default: 4099 }); expect(err).toHaveProperty('code', 4099);\n",
        "const { 16388: a, 16451: b } = ERRORS; export default { 16388: 'a', 16451: 'b' };\n",
        "db.find({ code: { $in: [4099, 4100] } }); code ??= 4099;\n",
    ],
)
def test_without_trtc_a_name_alone_is_not_enough(text: str) -> None:
    assert found(text, "app.js") == []


def test_fixed() -> None:
    text = (
        "import TRTC from 'trtc-js-sdk';\n\n"
        "const { 16388: text } = ERRORS;\n"
        "const options = { code: { default: 4099 }, errors: { 16388() {}, get 4099() {} } };\n"
        "code ??= 16388;\n"
        "test.each`\n  code\n  ${16388}\n`('x', ({ code }) => {});\n"
    )
    fixed = (
        "import TRTC from 'trtc-js-sdk';\n\n"
        "const ErrorCode = Object.freeze({\n  DEVICE_NOT_FOUND: 0x1003,\n"
        "  JOIN_ROOM_FAILED: 0x4004,\n});\n\n"
        "const { [ErrorCode.JOIN_ROOM_FAILED]: text } = ERRORS;\n"
        "const options = { code: { default: ErrorCode.DEVICE_NOT_FOUND }, errors: { "
        "[ErrorCode.JOIN_ROOM_FAILED]() {}, get [ErrorCode.DEVICE_NOT_FOUND]() {} } };\n"
        "code ??= ErrorCode.JOIN_ROOM_FAILED;\n"
        "test.each`\n  code\n  ${ErrorCode.JOIN_ROOM_FAILED}\n`('x', ({ code }) => {});\n"
    )
    assert fix_source(Source("a.js", text.encode()), Options()).new == fixed.encode()


def test_a_compiler_macro_is_found_and_refused() -> None:
    text = (
        "<script setup>\nimport TRTC from 'trtc-js-sdk'\n"
        "defineProps({ code: { type: Number, default: 4099 }, size: { default: 4099 } })\n</script>\n"
    )
    outcome = fix_source(Source("A.vue", text.encode()), Options())
    assert outcome.new is None
    assert [(item.finding.line, item.finding.column) for item in outcome.refusals] == [(3, 46)]
