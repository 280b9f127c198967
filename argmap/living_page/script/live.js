// @ts-check
// A page that a server shows is loaded anew when there is a later version; its address keeps the place. Of all windows
// that show a version one listens and tells the others, because a browser opens no more than six connections to a server.

const live = document.body.dataset.live;
if (live) {
  const others = new BroadcastChannel(live);
  others.onmessage = () => location.reload();
  const listen = () => {
    new EventSource(live).onmessage = () => {
      others.postMessage("later");
      location.reload();
    };
  };
  void navigator.locks.request(live, () => new Promise(listen)); // held until the window is closed or loads anew
}
