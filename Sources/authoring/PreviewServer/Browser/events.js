// Hears what the server tells.

/** Calls `report` with {update, isFirst} or {isLost: true}, until the page is left, and again when it is come back to. */
export function listen(report) {
  const take = ({ data, isFirst, isLost }) => report(isLost ? { isLost } : { update: JSON.parse(data), isFirst });
  const connect = 'SharedWorker' in window ? viaWorker : directly;
  let leave = connect(take);
  addEventListener('pagehide', () => leave());
  addEventListener('pageshow', event => { if (event.persisted) leave = connect(take); });
}

function viaWorker(take) {
  const { port } = new SharedWorker('/_moot/worker.js', 'moot');
  port.onmessage = ({ data }) => take(data);
  return () => {
    port.postMessage('bye');
    port.close();
  };
}

/** Pages that nobody sees let go of their connection, since there are only six. */
function directly(take) {
  let source = null;
  const connect = () => {
    let isFirst = true;
    source = new EventSource('/_moot/events');
    source.onopen = () => { isFirst = true; };
    source.onmessage = ({ data }) => {
      take({ data, isFirst });
      isFirst = false;
    };
    source.onerror = () => take({ isLost: true });
  };
  const disconnect = () => {
    source?.close();
    source = null;
  };
  const look = () => {
    if (document.hidden) disconnect();
    else if (!source) connect();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    disconnect();
  };
}
