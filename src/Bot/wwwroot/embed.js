// One line on a council's page: <script src="https://care.example.gov.uk/embed.js" async></script>. A button opens the conversation.
// It sets no style attribute and runs no code of the page: a strict content security policy needs script-src and frame-src for us, nothing else.
"use strict";
(() => {
  const home = new URL(document.currentScript.src).origin;
  const words = document.currentScript.dataset.label || "Ask about care and support";
  if (document.getElementById("transforming-lives")) return;
  const host = document.createElement("div");
  host.id = "transforming-lives";
  const root = host.attachShadow({ mode: "open" });
  const make = (name, style, fields) => {
    const made = Object.assign(document.createElement(name), fields);
    Object.assign(made.style, style);
    return made;
  };
  const button = make("button", {
    position: "fixed", right: "16px", bottom: "16px", zIndex: 2147483000, font: "700 18px/1.3 system-ui, sans-serif", minHeight: "52px", padding: "10px 22px",
    color: "#fff", background: "#1d4f4a", border: "2px solid #fff", borderRadius: "26px", cursor: "pointer", maxWidth: "calc(100vw - 32px)",
  }, { type: "button", textContent: words });
  button.setAttribute("aria-expanded", "false");
  let panel = null;

  function frame() {
    const made = make("div", {
      position: "fixed", right: "16px", bottom: "84px", zIndex: 2147483000, width: "min(420px, calc(100vw - 32px))", height: "min(680px, calc(100vh - 100px))",
      background: "#fff", border: "2px solid #1d4f4a", borderRadius: "8px", overflow: "hidden", boxShadow: "0 6px 30px #0006",
    });
    made.setAttribute("role", "region");
    made.setAttribute("aria-label", words);
    const page = make("iframe", { width: "100%", height: "100%", border: 0 }, { src: home + "/embed", title: words });
    page.setAttribute("referrerpolicy", "no-referrer");
    made.append(page);
    return made;
  }

  function open() {
    panel = panel || root.appendChild(frame());
    panel.style.display = "block";
    button.textContent = "Close";
    button.setAttribute("aria-expanded", "true");
    panel.firstChild.focus();
  }

  // Closed, the conversation is still there: it opens where it was.
  function close() {
    panel.style.display = "none";
    button.textContent = words;
    button.setAttribute("aria-expanded", "false");
    button.focus();
  }

  const isOpen = () => panel !== null && panel.style.display !== "none";
  button.addEventListener("click", () => isOpen() ? close() : open());
  document.addEventListener("keydown", event => { if (event.key === "Escape" && isOpen()) close(); });
  addEventListener("message", event => { if (event.origin === home && panel && event.source === panel.firstChild.contentWindow && event.data === "transforming-lives:close" && isOpen()) close(); });
  root.append(button);
  const show = () => document.body.append(host);
  if (document.body) show(); else addEventListener("DOMContentLoaded", show);
})();
