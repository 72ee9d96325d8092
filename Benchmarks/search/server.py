"""Serves a folder as a careful host does, and writes down what was asked for."""

import contextlib
import functools
import gzip
import http.server
import threading
import time
from dataclasses import dataclass
from pathlib import PurePosixPath

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
         ".css": "text/css; charset=utf-8", ".json": "application/json", ".svg": "image/svg+xml"}
SCRIPTS = (".js", ".mjs")


@dataclass
class Request:
    path: str
    start: float
    end: float
    bytes: int
    status: int

    @property
    def is_script(self):
        return PurePosixPath(self.path).suffix in SCRIPTS

    @property
    def is_search(self):
        """Scripts and index: all that a search needs beyond a page like every other."""
        return self.status == 200 and PurePosixPath(self.path).suffix not in ("", ".html", ".css", ".svg")


class Log:
    def __init__(self):
        self.all = []

    def clear(self):
        self.all = []

    def search(self):
        return [request for request in self.all if request.is_search]


def round_trips(requests):
    """The longest chain in which each request began only when the one before had been answered."""
    depth = {}
    for request in sorted(requests, key=lambda request: request.start):
        depth[id(request)] = 1 + max((depth[id(other)] for other in requests if id(other) in depth and other.end <= request.start), default=0)
    return max(depth.values(), default=0)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments, log, policy, delay, **named):
        self.log, self.policy, self.delay = log, policy, delay
        super().__init__(*arguments, **named)

    def do_GET(self):
        start = time.time()
        path = self.path.split("?")[0].split("#")[0]
        file = PurePosixPath(self.translate_path(path))
        if path.endswith("/"):
            file /= "index.html"
        try:
            with open(file, "rb") as opened:
                body, status = opened.read(), 200
        except OSError:
            body, status = b"not here", 404
        time.sleep(self.delay)
        kind = TYPES.get(file.suffix)
        squeezed = status == 200 and kind is not None and "gzip" in self.headers.get("Accept-Encoding", "")
        if squeezed:
            body = gzip.compress(body, 6, mtime=0)
        self.send_response(status)
        self.send_header("Content-Type", kind or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", self.policy)
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        # Before the body, so that what the answer sets off never seems to begin while it is on its way.
        self.log.all.append(Request(path, start, time.time(), len(body), status))
        self.end_headers()
        with contextlib.suppress(ConnectionError):
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Threaded(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


MOOT_POLICY = "script-src 'self'"
# Pagefind runs WebAssembly in a worker, which Moot's policy forbids.
PAGEFIND_POLICY = "script-src 'self' 'wasm-unsafe-eval'"


@contextlib.contextmanager
def serve(folder, policy=MOOT_POLICY, delay=0.0):
    """Yields the address and the log; each answer is `delay` seconds late, as over a line."""
    log = Log()
    server = Threaded(("127.0.0.1", 0), functools.partial(Handler, log=log, policy=policy, delay=delay, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", log
    finally:
        server.shutdown()
        server.server_close()
