"""Things that are no error codes of TRTC's, by where a number comes from: the one table of them.

A row is one thing. Nothing here goes by what a variable, a key or a member is called: a row names
functions, libraries, events and exception classes, which a reader has found to be where a value
comes from. The other vendors' SDKs are in catalog/sdks.toml.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from flake8_trtc._lean import NamedTuple

Reach: TypeAlias = Literal["number", "data", "object"]


class Thing(NamedTuple):
    """One thing, and where it comes from.

    name: as a reason says it.
    reach: a "number" stays the thing where it is converted, unpacked or looped over; of "data" only
    the whole is, not what is parsed or taken out of it; of an "object" (an event, an exception)
    every member is.
    calls: functions and methods that give it, by their last names; words: of such a name;
    operators: of arithmetic that gives it.
    makes: functions, classes and globals whose result is a library's object; modules: of Python,
    packages: of npm, that are such a library; gives: the members of a library's objects that are
    the thing, where "*" is all.
    events: that are listened for; handlers: methods and properties that get one; bases: of the
    classes whose methods these are, where any class may have one of the name.
    given: functions and methods whose argument called `code` is the thing.
    exceptions: classes of it; those of the modules are, too.
    """

    key: str
    name: str
    reach: Reach = "object"
    calls: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    operators: frozenset[str] = frozenset()
    makes: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    handlers: frozenset[str] = frozenset()
    bases: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


THINGS = (
    Thing(
        "close",
        "a socket's close code",
        makes=_set("WebSocket CloseEvent SockJS ReconnectingWebSocket"),
        modules=_set("websockets websocket starlette.websockets tornado.websocket wsproto"),
        packages=_set(
            "ws sockjs-client reconnecting-websocket websocket partysocket isomorphic-ws"
        ),
        gives=_set("close_code closeCode close_reason"),
        events=_set("close disconnect"),
        handlers=_set(
            "onclose on_close onClose connectionLost connection_lost websocket_disconnect"
        ),
        given=_set("close aclose CloseEvent closeConnection close_connection"),
        exceptions=_set(
            "ConnectionClosed ConnectionClosedError ConnectionClosedOK WebSocketDisconnect "
            "WebSocketClosedError ConnectionClosedException WebSocketConnectionClosedException"
        ),
    ),
    Thing(
        "disconnect",
        "a socket's close code",
        handlers=_set("disconnect"),
        bases=_set("WebsocketConsumer JsonWebsocketConsumer Consumer"),
    ),
    Thing(
        "exit",
        "the status of a process",
        calls=_set(
            "system waitpid waitstatus_to_exitcode getstatusoutput WEXITSTATUS spawnl spawnv"
        ),
        makes=_set("Popen create_subprocess_exec create_subprocess_shell process"),
        modules=_set("subprocess multiprocessing pexpect sh plumbum psutil"),
        packages=_set(
            "child_process node:child_process execa shelljs cross-spawn worker_threads "
            "node:worker_threads cluster node:cluster zx process node:process"
        ),
        gives=_set(
            "returncode exitcode exitCode exit_code exitstatus poll wait status signalCode call "
            "check_call"
        ),
        events=_set("exit beforeExit"),
        handlers=_set("onexit on_exit onExit processExited process_exited"),
        given=_set("exit _exit SystemExit"),
        exceptions=_set("SystemExit CalledProcessError TimeoutExpired"),
    ),
    Thing(
        "rpc",
        "the answer of a remote procedure",
        makes=_set("ServerProxy JSONRPCClient JsonRpcClient JSONRPCServerProxy ethereum"),
        modules=_set("jsonrpcclient jsonrpc jsonrpclib jsonrpcserver xmlrpc grpc thrift zeep web3"),
        packages=_set(
            "jayson json-rpc-2.0 vscode-jsonrpc vscode-languageclient vscode-languageserver ethers "
            "web3 viem @grpc/grpc-js grpc rpc-websockets"
        ),
        gives=_set("*"),
        exceptions=_set("JSONRPCError JsonRpcError RpcError"),
    ),
    Thing(
        "http",
        "the status of an HTTP request",
        makes=_set("fetch XMLHttpRequest axios"),
        modules=_set("requests httpx aiohttp urllib urllib3 http.client tornado.httpclient pycurl"),
        packages=_set(
            "axios got node-fetch superagent ky undici request http https node:http node:https "
            "cross-fetch needle"
        ),
        gives=_set("status status_code statusCode code getcode errno reason"),
        exceptions=_set(
            "HTTPError URLError RequestException HTTPStatusError ClientResponseError "
            "ClientConnectorError AxiosError"
        ),
    ),
    Thing(
        "database",
        "a database's error",
        modules=_set(
            "sqlite3 psycopg2 psycopg pymysql MySQLdb mysql aiomysql asyncpg cx_Oracle oracledb "
            "pymongo motor redis sqlalchemy peewee pyodbc aiosqlite django.db pymssql"
        ),
        packages=_set(
            "mysql mysql2 pg sqlite3 better-sqlite3 mongodb mongoose redis ioredis oracledb mssql "
            "knex sequelize typeorm @prisma/client tedious"
        ),
        gives=_set("errno sqlstate pgcode sqlite_errorcode errorNum rowcount lastrowid"),
        exceptions=_set(
            "IntegrityError OperationalError ProgrammingError DatabaseError InterfaceError "
            "NotSupportedError PyMongoError DuplicateKeyError RedisError "
            "SQLAlchemyError DBAPIError PostgresError"
        ),
    ),
    Thing(
        "system",
        "an error of the operating system",
        calls=_set("get_errno get_last_error GetLastError connect_ex WSAGetLastError getsockopt"),
        modules=_set("errno socket ssl select serial smbus fcntl"),
        gives=_set("errno"),
        exceptions=_set(
            "OSError IOError EnvironmentError WindowsError ConnectionError BlockingIOError "
            "PermissionError FileNotFoundError FileExistsError InterruptedError "
            "ConnectionResetError ConnectionRefusedError ConnectionAbortedError "
            "BrokenPipeError ChildProcessError TimeoutError UnicodeError "
            "UnicodeDecodeError UnicodeEncodeError ImportError"
        ),
    ),
    Thing(
        "browser",
        "an answer of the browser",
        makes=_set("navigator indexedDB"),
        gives=_set("*"),
    ),
    Thing(
        "count",
        "a number that counts",
        "number",
        calls=_set("range xrange arange count enumerate"),
        operators=_set("++ -- += -= *= **= /= //= %= <<= >>= >>>= ^="),
    ),
    Thing(
        "size",
        "a size or a position",
        "number",
        calls=_set(
            "len sizeof getsizeof getsize index indexOf lastIndexOf findIndex findLastIndex rindex "
            "rfind tell seek byteLength calcsize nbytes"
        ),
    ),
    Thing(
        "transfer",
        "a number of bytes that were sent or read",
        "number",
        calls=_set("send sendall sendto sendfile write writev recv_into recvfrom_into readinto"),
    ),
    Thing(
        "data",
        "what was read or received",
        "data",
        calls=_set("recv recvfrom recvmsg read readexactly readuntil readSync"),
    ),
    Thing(
        "binary",
        "a field of binary data",
        "number",
        calls=_set(
            "unpack unpack_from iter_unpack from_bytes ntohs ntohl htons htonl frombuffer "
            "getUint8 getUint16 getUint32 getInt8 getInt16 getInt32 readUInt8 readUInt16BE "
            "readUInt16LE readUInt32BE readUInt32LE readInt8 readInt16BE readInt16LE readInt32BE "
            "readInt32LE readUint8 readUint16BE readUint16LE readUint32BE readUint32LE "
            "read_u16 read_u32 read_uint16 read_uint32"
        ),
    ),
    Thing(
        "checksum",
        "a number that is computed",
        "number",
        words=_set("crc checksum adler fletcher hash"),
        operators=_set("<< >> >>> ^ * ** / // %"),
    ),
    Thing(
        "character",
        "a character",
        "number",
        calls=_set("ord charCodeAt codePointAt"),
    ),
    Thing(
        "key",
        "a key of the keyboard",
        events=_set("keydown keyup keypress"),
        handlers=_set("onkeydown onkeyup onkeypress onKeyDown onKeyUp onKeyPress"),
    ),
    Thing(
        "random",
        "a random number",
        "number",
        calls=_set("randint randrange getrandbits random uniform randbelow randomInt"),
    ),
    Thing(
        "time",
        "a time",
        "number",
        calls=_set("time time_ns perf_counter monotonic now getTime getMilliseconds timestamp"),
    ),
    Thing(
        "handle",
        "a number that the system gave",
        "number",
        calls=_set(
            "getpid getppid getuid getgid fileno get_ident getThreadId setTimeout setInterval"
        ),
    ),
)
BY_KEY = {thing.key: thing for thing in THINGS}
BODIES = _set("data json text body content items results payload result rows fetchone fetchall")
"""The members of a library's objects that hold what others wrote: a code of TRTC's, maybe."""
REPLIES = _set("data json body")
"""Of those of an HTTP client's, which hold the whole reply, or what it wraps."""
ENVELOPE = _set("code errcode errCode errno status ret retcode retCode resultCode statusCode")
"""The fields of a reply's own: an API's code, where the number may be another's."""
BY_CALL = {name: thing for thing in THINGS for name in thing.calls}
BY_WORD = {word: thing for thing in THINGS for word in thing.words}
BY_OPERATOR = {operator: thing for thing in THINGS for operator in thing.operators}
BY_MAKER = {name: thing for thing in THINGS for name in thing.makes}
BY_EVENT = {event: thing for thing in THINGS for event in thing.events}
BY_HANDLER = {name: thing for thing in THINGS if not thing.bases for name in thing.handlers}
BY_GIVEN = {name: thing for thing in THINGS for name in thing.given}
BY_EXCEPTION = {name: thing for thing in THINGS for name in thing.exceptions}
_MODULES = {name: thing for thing in THINGS for name in thing.modules}
_PACKAGES = {name: thing for thing in THINGS for name in thing.packages}


def of_module(name: str) -> Thing | None:
    """The thing that a Python module, dotted, is a library of, or None: the nearest above it."""
    while name:
        if name in _MODULES:
            return _MODULES[name]
        name = name.rpartition(".")[0]
    return None


def of_package(specifier: str) -> Thing | None:
    """The thing that an npm package, or a file inside one, is a library of, or None."""
    parts = specifier.split("/")
    name = "/".join(parts[: 2 if specifier[:1] == "@" else 1])
    return _PACKAGES.get(specifier) or _PACKAGES.get(name)


def of_handler(name: str, bases: frozenset[str]) -> Thing | None:
    """The thing that a method of a class gets, by the method's name and the classes' last names."""
    found = BY_HANDLER.get(name)
    if found is not None or not bases:
        return found
    based = (thing for thing in THINGS if name in thing.handlers and thing.bases)
    return next((thing for thing in based if _ends_like(bases, thing.bases)), None)


def _ends_like(bases: frozenset[str], known: frozenset[str]) -> bool:
    return any(base.endswith(tuple(known)) for base in bases)
