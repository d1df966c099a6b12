// Checks and previews while an author types. Without it the button "Check and preview" does the same.
"use strict";
(() => {
  const form = document.getElementById("edit"), text = document.getElementById("text"), checks = document.getElementById("checks"), state = document.getElementById("state");
  const pause = 400;
  let timer = 0, asking = null, written = text.value;

  async function check() {
    asking?.abort();
    const mine = asking = new AbortController();
    try {
      const answer = await fetch(checks.dataset.from, { method: "POST", body: new URLSearchParams(new FormData(form)), signal: mine.signal, redirect: "manual" });
      if (!answer.ok) { state.textContent = "Not checked: you may have been signed out. Copy your text before you load the page again."; return; }
      const html = await answer.text();
      if (checks.innerHTML !== html) checks.innerHTML = html;
      state.textContent = "";
    } catch (trouble) {
      if (trouble.name !== "AbortError") state.textContent = "Not checked: there is no connection just now.";
    }
  }
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(check, pause);
  });
  form.addEventListener("submit", event => {
    written = text.value;
    state.textContent = event.submitter?.formAction.endsWith("/look") ? "Checking." : "Checking everything and playing the stories. This may take a minute.";
  });
  addEventListener("beforeunload", event => { if (text.value !== written) event.preventDefault(); });
})();
