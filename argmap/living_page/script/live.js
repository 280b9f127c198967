// @ts-check
// A page that a server shows is loaded anew when there is a later version; its address keeps the place.

const live = document.body.dataset.live;
if (live) new EventSource(live).onmessage = () => location.reload();
