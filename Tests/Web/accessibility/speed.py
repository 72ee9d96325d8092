"""How soon a page is there on a slow phone, and whether anything moves while it comes."""

import gzip

from accessibility import worker

# A phone on a slow connection that is open already: each request waits 150 ms, 1.6 Mbit/s come and 0.75 Mbit/s go, and the processor takes four times as long.
PROFILE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4
PHONE = {"width": 375, "height": 667}
LATEST = 1000
TRIES = 3
TRIES_ALONE = 6

WATCH = """() => new Promise(resolve => {
  let shift = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  const paint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
  const wait = () => paint() === undefined ? setTimeout(wait, 20) : setTimeout(() => resolve([paint(), shift]), 150);
  wait();
})"""


class Squeezed(worker.Quiet):
    """Serves texts compressed, as the servers of the documentation do."""

    def do_GET(self):
        path = self.translate_path(self.path)
        if path.endswith("/"):
            path += "index.html"
        try:
            with open(path, "rb") as file:
                body = gzip.compress(file.read(), 6)
        except OSError:
            return self.send_error(404)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Stopwatch:
    def __init__(self, browser):
        self.context = browser.new_context(viewport=PHONE, device_scale_factor=2, is_mobile=True)
        self.page = self.context.new_page()
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.send("Network.setCacheDisabled", {"cacheDisabled": True})
        session.send("Network.emulateNetworkConditions", PROFILE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def measure(self, address, tries=TRIES):
        """The first contentful paint in milliseconds and the layout shift. Other work on this machine only ever delays, so the quickest try counts where the first was late."""
        best, shifted = None, 0
        for _ in range(tries):
            self.page.goto(address)
            paint, shift = self.page.evaluate(WATCH)
            best, shifted = min(paint, best or paint), max(shift, shifted)
            if best <= LATEST:
                break
        findings = []
        if best > LATEST:
            findings.append({"check": "speed", "rule": "first-paint", "what": f"{best:.0f} ms", "element": "", "states": []})
        if shifted > 0:
            findings.append({"check": "speed", "rule": "layout-shift", "what": f"{shifted:.4f}", "element": "", "states": []})
        return {"paint": round(best), "shift": round(shifted, 4), "findings": findings}
