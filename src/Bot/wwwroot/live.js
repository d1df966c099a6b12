// Makes the page live. Without it the same page works as plain form posts.
"use strict";
(() => {
  const log = document.getElementById("log");
  const form = document.getElementById("say");
  const box = document.getElementById("message");
  const state = document.getElementById("state");
  const first = 500, slowest = 10000;
  let wait = first, socket = null, sending = false;

  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
  const say = words => { if (state.textContent !== words) state.textContent = words; };
  const later = ms => new Promise(done => setTimeout(done, ms));

  function show(update) {
    if (update.last <= Number(log.dataset.last)) return;
    log.dataset.last = update.last;
    const before = log.lastElementChild;
    log.insertAdjacentHTML("beforeend", update.entries);
    document.getElementById("chips").innerHTML = update.chips;
    document.getElementById("aside").innerHTML = update.aside;
    const start = before ? before.nextElementSibling : log.firstElementChild;
    (start || log).scrollIntoView({ block: "start" });
    say("");
  }

  function listen() {
    const address = new URL("/chat/live", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    address.searchParams.set("after", log.dataset.last);
    socket = new WebSocket(address);
    socket.onopen = () => { wait = first; say(""); };
    socket.onmessage = event => show(JSON.parse(event.data));
    socket.onclose = async () => {
      socket = null;
      if (!form.dataset.begun) return;
      say("The connection was lost. Trying again.");
      await later(wait);
      wait = Math.min(wait * 2, slowest);
      listen();
    };
  }

  // The same key every time: however often it is sent, it is answered once.
  async function send(text, key) {
    for (let pause = first; ; pause = Math.min(pause * 2, slowest)) {
      try {
        const body = new FormData(form);
        body.set("text", text);
        body.set("key", key);
        const answer = await fetch("/chat", { method: "POST", body: new URLSearchParams(body), headers: { "X-Live": "1" } });
        if (answer.ok) return true;
        if (answer.status === 403) { location.reload(); return false; }
      } catch { /* no network: try again */ }
      say("Not sent yet. Trying again.");
      await later(pause);
    }
  }

  form.addEventListener("submit", async event => {
    event.preventDefault();
    const pressed = event.submitter && event.submitter.name === "text" ? event.submitter : null;
    const text = (pressed ? pressed.value : box.value).trim();
    if (!text || sending) return;
    sending = true;
    say("Sending");
    const isSent = await send(text, newKey());
    sending = false;
    if (!isSent) return;
    if (!pressed) box.value = "";
    say("");
    form.dataset.begun = "1";
    if (!socket) listen();
    box.focus({ preventScroll: true });
  });

  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  if (log.querySelector(".me")) {
    form.dataset.begun = "1";
    listen();
    log.lastElementChild.scrollIntoView({ block: "start" });
  }
})();
