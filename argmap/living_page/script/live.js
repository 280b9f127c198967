// @ts-check
// A page that a server shows is loaded anew when there is a later version; its address keeps the place. Only a tab that is
// seen listens, because a browser opens no more than six connections to a server.

const live = document.body.dataset.live;
if (live) {
  /** @type {EventSource | undefined} */ let events;
  const listen = () => {
    events?.close();
    events = document.hidden ? undefined : new EventSource(live);
    if (events) events.onmessage = () => location.reload();
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}
