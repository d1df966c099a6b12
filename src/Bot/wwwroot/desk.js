// Makes the pages of the desk live. Without it the same pages work as plain forms and by loading again.
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const queue = byId("queue"), log = byId("log"), danger = byId("danger"), summary = byId("summary");
  const first = 500, slowest = 10000, signedOut = 1008, title = document.title;
  let wait = first, before = null, leaving = false;
  const later = ms => new Promise(done => setTimeout(done, ms));
  const say = words => { const state = byId("state"); if (state && state.textContent !== words) state.textContent = words; };
  addEventListener("beforeunload", () => { leaving = true; });

  // A form that takes us to another page: what comes by the socket meanwhile is no news.
  addEventListener("submit", event => { if (!event.defaultPrevented) leaving = true; });

  // What has the focus keeps it, also when its part of the page is drawn anew.
  function draw(element, html) {
    if (!element || html == null || element.innerHTML === html) return;
    const held = element.contains(document.activeElement) ? document.activeElement.getAttribute("href") || document.activeElement.getAttribute("formaction") : null;
    const open = [...element.querySelectorAll("details")].map(part => part.open);
    element.innerHTML = html;
    element.querySelectorAll("details").forEach((part, at) => { part.open = open[at] || false; });
    if (held) [...element.querySelectorAll("a, button")].find(part => part.getAttribute("href") === held || part.getAttribute("formaction") === held)?.focus();
  }

  function show(update) {
    draw(queue, update.queue);
    draw(danger, update.danger);
    if (update.summary) draw(summary, update.summary);
    draw(byId("files"), update.files);
    if (log && update.entries && update.last > Number(log.dataset.last)) {
      log.dataset.last = update.last;
      log.insertAdjacentHTML("beforeend", update.entries);
      log.scrollTop = log.scrollHeight;
    }
    const isNew = before && (update.waiting > before.waiting || update.news > before.news || (update.danger && !before.danger));
    const marks = [update.danger ? "DANGER" : "", update.waiting ? `${update.waiting} waiting` : "", update.news ? "new words" : ""].filter(Boolean).join(", ");
    document.title = marks ? `(${marks}) ${title}` : title;
    if (isNew) alert(update);
    before = update;
    if (log && !leaving && update.seat && update.seat !== queue.dataset.seat) reload();
  }

  // Somebody else has it now, or it came back: the page is another. What was typed stays.
  function reload() {
    keep();
    location.replace(location.pathname + (queue.dataset.seat === "Mine" ? "?said=lost" : ""));
  }

  async function listen() {
    const address = new URL(queue.dataset.live, location.href);
    address.protocol = address.protocol.replace("http", "ws");
    if (log) address.searchParams.set("after", log.dataset.last);
    const socket = new WebSocket(address);
    let wasOpen = false;
    socket.onopen = () => { wasOpen = true; wait = first; say(""); };
    socket.onmessage = event => show(JSON.parse(event.data));
    socket.onclose = async event => {
      if (leaving) return;
      if (event.code === signedOut || !wasOpen) {
        // A connection that does not open says nothing of why: stay.js asks, and shows the sign-in if that is it.
        keep();
        document.dispatchEvent(new Event("may-be-over"));
      }
      say("The connection was lost. Trying again.");
      await later(wait);
      wait = Math.min(wait * 2, slowest);
      listen();
    };
  }

  // Alerts: the title always; a sound and a notification when somebody has asked for them.
  const wants = name => localStorage.getItem(`desk-${name}`) === "1";
  let sounds = null;
  function beep(isDanger) {
    sounds ??= new AudioContext();
    for (let at = 0; at < (isDanger ? 3 : 1); at++) {
      const tone = sounds.createOscillator(), loud = sounds.createGain();
      tone.frequency.value = isDanger ? 880 : 660;
      loud.gain.value = 0.15;
      tone.connect(loud).connect(sounds.destination);
      tone.start(sounds.currentTime + at * 0.3);
      tone.stop(sounds.currentTime + at * 0.3 + 0.18);
    }
  }
  function alert(update) {
    if (wants("sound")) beep(Boolean(update.danger));
    // A notification can be read over a shoulder: it says that somebody waits, and nothing about them.
    if (wants("notify") && document.hidden && "Notification" in window && Notification.permission === "granted")
      new Notification(update.danger ? "Danger: somebody waits at the desk" : "Somebody waits at the desk");
  }
  function toggle(name, allow) {
    const button = byId(name);
    if (!button) return;
    button.setAttribute("aria-pressed", wants(name));
    button.addEventListener("click", async () => {
      const on = !wants(name) && await allow();
      localStorage.setItem(`desk-${name}`, on ? "1" : "0");
      button.setAttribute("aria-pressed", on);
    });
  }
  document.querySelectorAll(".alerting").forEach(part => { part.hidden = false; });
  toggle("sound", async () => { beep(false); return true; });
  toggle("notify", async () => "Notification" in window && await Notification.requestPermission() === "granted");

  // Writing.
  const form = byId("say"), box = byId("message"), ready = byId("ready");
  const draft = `draft ${location.pathname}`;
  const keep = () => { if (box) { if (box.value) sessionStorage.setItem(draft, box.value); else sessionStorage.removeItem(draft); } };
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
  const options = () => [...ready.querySelectorAll("[role=option]:not([hidden])")];
  const chosen = () => ready.querySelector("[aria-selected=true]:not([hidden])");

  async function post(path) {
    const body = new URLSearchParams(new FormData(form));
    const text = box.value;

    // A key is for one act: what is done before the answer comes back must not pass for the same.
    form.elements.key.value = newKey();
    say("Sending");
    for (let pause = first; ; pause = Math.min(pause * 2, slowest)) {
      try {
        const answer = await fetch(path, { method: "POST", body, headers: { "X-Live": "1" }, redirect: "manual" });
        if (answer.ok) break;
        if (leaving) return;
        if (answer.status === 409) return reload();
        if (answer.status === 400) return say("There are no words to send.");
        if (answer.status === 401 || answer.status === 403 || answer.type === "opaqueredirect") { keep(); return location.reload(); }
      } catch { /* no network: the same key again, so that it is said once */ }
      say("Not sent yet. Trying again.");
      await later(pause);
    }
    if (box.value === text) box.value = "";
    keep();
    say("");
    box.focus();
  }

  function choose(option) {
    options().forEach(other => other.setAttribute("aria-selected", other === option));
    if (option) { box.setAttribute("aria-activedescendant", option.id); option.scrollIntoView({ block: "nearest" }); }
  }
  function find() {
    const words = box.value.startsWith("/") ? box.value.slice(1).toLowerCase().split(/\s+/).filter(Boolean) : null;
    ready.hidden = !words;
    if (!words) { box.removeAttribute("aria-activedescendant"); return; }
    ready.querySelectorAll("[role=option]").forEach(option => { option.hidden = !words.every(word => option.textContent.toLowerCase().includes(word)); });
    choose(options()[0]);
  }
  function insert(option) {
    if (!option) return;
    box.value = option.dataset.text;
    ready.hidden = true;
    box.removeAttribute("aria-activedescendant");
    box.focus();
  }

  if (form && box) {
    if (!box.value) box.value = sessionStorage.getItem(draft) || "";
    document.querySelectorAll(".without-script").forEach(part => part.remove());
    box.setAttribute("aria-controls", "ready");
    box.addEventListener("input", () => { find(); keep(); });
    ready.addEventListener("click", event => insert(event.target.closest("[role=option]")));
    box.addEventListener("keydown", event => {
      const isOpen = !ready.hidden;
      if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        event.preventDefault();
        const all = options(), at = all.indexOf(chosen());
        choose(all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length]);
      } else if (isOpen && event.key === "Escape") {
        event.preventDefault();
        ready.hidden = true;
      } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        if (isOpen) insert(chosen()); else form.requestSubmit(form.querySelector("[value=say]"));
      }
    });
    form.addEventListener("submit", event => {
      const to = event.submitter?.getAttribute("formaction") || form.getAttribute("action");
      if (to.endsWith("/give-back")) { sessionStorage.removeItem(draft); return; }
      event.preventDefault();
      if (box.value.trim()) post(to);
    });
    box.focus({ preventScroll: true });
  }

  // What was found comes without leaving the page.
  byId("find")?.addEventListener("submit", async event => {
    event.preventDefault();
    const address = new URL(event.target.action);
    address.searchParams.set("find", byId("find-words").value);
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    byId("found").innerHTML = page.getElementById("found").innerHTML;
  });

  // Keys with Alt, so that they never get in the way of typing; Ctrl+K for the search.
  addEventListener("keydown", event => {
    if (event.ctrlKey && event.key.toLowerCase() === "k" && byId("find-words")) {
      event.preventDefault();
      byId("find-words").focus();
    }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`) || (key === "a" ? document.querySelector("[data-accept=first], [data-accept]") : null);
    if (!target) return;
    event.preventDefault();
    if (target.tagName !== "DETAILS") return target.click();
    target.open = true;
    target.querySelector("select, input:not([type=hidden]), textarea").focus();
  });

  if (log) log.scrollTop = log.scrollHeight;
  if (queue) listen();
})();
