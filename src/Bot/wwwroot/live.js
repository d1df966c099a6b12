// Makes the page live. Without it the same page works as plain form posts.
"use strict";
(() => {
  const log = document.getElementById("log");
  const form = document.getElementById("say");
  const box = document.getElementById("message");
  const state = document.getElementById("state");
  const first = 500, slowest = 10000;
  const embedded = document.body.classList.contains("framed");
  let wait = first, socket = null, sending = false;

  // What is being written outlives a lost network, a reload and a closed lid; it stays in this tab and goes when it is sent.
  const draft = {
    keep: words => { try { if (words) sessionStorage.setItem("tl-draft", words); else sessionStorage.removeItem("tl-draft"); } catch { /* storage is shut */ } },
    kept: () => { try { return sessionStorage.getItem("tl-draft") || ""; } catch { return ""; } },
  };

  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
  const say = words => { if (state.textContent !== words) state.textContent = words; };
  // A network that comes back ends the wait.
  const later = ms => new Promise(done => { setTimeout(done, ms); addEventListener("online", done, { once: true }); });

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
      say(navigator.onLine ? "The connection was lost. Trying again." : "You are offline. What you write stays here.");
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
        if (answer.status === 429) {
          say("Many people are writing just now. It is sent by itself in a moment.");
          await later(1000 * (Number(answer.headers.get("Retry-After")) || 5));
          continue;
        }
        if (answer.status === 403) { refused(text); return false; }
        if (answer.status === 503 && answer.headers.get("Retry-After") && (answer.headers.get("Content-Type") || "").startsWith("text/plain")) {
          say(await answer.text() + " We keep trying for you.");
          await later(Number(answer.headers.get("Retry-After")) * 1000);
          continue;
        }
        if (answer.status === 413 || answer.status === 400) { say("That is too long to send. Please make it shorter."); return false; }
      } catch { /* no network: try again */ }
      say(navigator.onLine ? "Not sent yet. Trying again." : "You are offline. It is sent when you are back.");
      await later(pause);
    }
  }

  // The page was open for too long, or a browser keeps our cookie from this frame: then a window of its own is the way.
  function refused(text) {
    draft.keep(text);
    if (!embedded) { location.reload(); return; }
    say("");
    const link = document.createElement("a");
    link.href = "/chat";
    link.target = "_blank";
    link.textContent = "Your browser does not let us answer here. Open the conversation in its own window.";
    state.append(link);
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
    if (!pressed) { box.value = ""; draft.keep(""); }
    say("");
    form.dataset.begun = "1";
    if (!socket) listen();
    box.focus({ preventScroll: true });
  });

  // Whether an answer helped: the page stays where it is.
  document.addEventListener("click", async event => {
    const vote = event.target.closest("button[form=helpful]");
    if (!vote) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(document.getElementById("helpful")));
    body.set("vote", vote.value);
    const place = vote.closest(".vote");
    try {
      const answer = await fetch("/chat/helpful", { method: "POST", body, headers: { "X-Live": "1" } });
      place.textContent = answer.ok ? "Thank you. The people who write these answers see it." : "That was not kept. Load the page again and press it once more.";
    } catch { say("That was not kept: there is no connection just now."); }
  });

  box.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  box.addEventListener("input", () => draft.keep(box.value));
  if (!box.value) box.value = draft.kept();
  addEventListener("offline", () => say("You are offline. What you write stays here."));
  addEventListener("online", () => { if (!sending) say(""); });
  if (embedded) document.addEventListener("keydown", event => { if (event.key === "Escape") parent.postMessage("transforming-lives:close", "*"); });

  // No other page, of ours or of anybody else, may be shown in the frame.
  if (embedded) document.addEventListener("click", event => {
    const link = event.target.closest("a[href]:not([target],[download])");
    if (link && link.protocol.startsWith("http") && link.pathname !== location.pathname) link.target = "_blank";
  });

  if (log.querySelector(".me")) {
    form.dataset.begun = "1";
    listen();
    log.lastElementChild.scrollIntoView({ block: "start" });
  }
})();
