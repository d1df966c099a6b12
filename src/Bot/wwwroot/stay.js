// Tells that somebody is at this page of the desk, and warns before they are signed out. Without it only opening pages and sending forms counts.
"use strict";
(() => {
  const me = document.querySelector("form.me"), warning = document.getElementById("staying");
  const words = warning.querySelector("p"), stay = warning.querySelector("button");
  const minute = 60000, pause = 5000;
  const left = Number(me.dataset.left) * 1000;
  const soon = Math.min(2 * minute, left / 4);
  let active = false, told = Date.now(), own = Date.now() + left, ended = false;

  // All pages of this browser have one session: what one of them is told counts for the others.
  const until = () => Number(localStorage.getItem("desk-until")) || own;
  const keep = ms => { own = Date.now() + ms; localStorage.setItem("desk-until", own); };

  // The server says whether it is over, and shows the sign-in at this page's address. Without a network the page stays as it is.
  async function over() {
    try {
      const answer = await fetch("/desk/live", { redirect: "manual" });
      if (ended || (answer.status !== 401 && answer.type !== "opaqueredirect")) return;
      ended = true;
      location.reload();
    } catch { /* it is asked again */ }
  }

  async function tell() {
    active = false;
    told = Date.now();
    try {
      const answer = await fetch("/desk/sessions/stay", { method: "POST", body: new URLSearchParams(new FormData(me)), headers: { "X-Live": "1" }, redirect: "manual" });
      if (answer.status === 401) return over();
      if (answer.ok) keep(Number(await answer.text()) * 1000);
      look(true);
    } catch { /* no network: it is tried again with the next key */ }
  }

  function look(isTold) {
    const rest = until() - Date.now();
    if (rest <= 0) return over();
    if (active && Date.now() - told > minute) tell();
    const isNear = rest <= soon;
    stay.hidden = isNear && isTold === true;
    if (isNear !== warning.hidden && isTold !== true) return;
    warning.hidden = !isNear;
    const clock = new Date(until()).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    words.textContent = !isNear ? "" : isTold ? `You have been signed in for as long as that lasts. You are signed out at ${clock}, and can sign in again.` : `You are signed out at ${clock}, because nothing was done here.`;
  }

  const isHere = () => { active = true; if (!warning.hidden && !stay.hidden) tell(); };
  for (const what of ["keydown", "pointerdown", "click", "input", "wheel"]) addEventListener(what, isHere, { capture: true, passive: true });
  document.addEventListener("may-be-over", over);
  keep(left);
  setInterval(look, pause);
})();
