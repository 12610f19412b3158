"""A web server of the test's own on 127.0.0.1."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self):
        given = self.server.answer(self.path, self.headers)
        if given is None:
            return
        status, headers, body = given
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@contextmanager
def serving(answer):
    """The address of a server. ``answer`` takes a path and headers, and gives status, headers and body, or nothing."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.answer = answer
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
