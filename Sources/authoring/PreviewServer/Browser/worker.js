// One connection for all pages that are open: browsers open no more than six to one server, and each page would take one for good.
const ports = new Set();
let last = null;
let isFresh = true;
let isLost = false;

function tell(message) {
  for (const port of ports) port.postMessage(message);
}

function connect() {
  const source = new EventSource('/_moot/events');
  source.onopen = () => { isFresh = true; };
  source.onmessage = ({ data }) => {
    last = data;
    isLost = false;
    // The first word on a connection says how things are; it may be old.
    tell({ data, isFirst: isFresh });
    isFresh = false;
  };
  source.onerror = () => {
    isLost = true;
    tell({ isLost });
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 500);
  };
}

addEventListener('connect', ({ ports: [port] }) => {
  ports.add(port);
  port.onmessage = () => ports.delete(port);
  if (isLost) port.postMessage({ isLost });
  else if (last) port.postMessage({ data: last, isFirst: true });
});

connect();
