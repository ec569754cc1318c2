/*
 * The least that a chat widget can be: a launcher in a shadow root, drawn once, that answers no click.
 * What a page waits for beyond this is the widget's own doing.
 */
(() => {
  const styles = `
    :host {
      all: initial !important;
    }

    button {
      position: fixed;
      z-index: 2147483647;
      right: 20px;
      bottom: 20px;
      width: 60px;
      height: 60px;
      padding: 0;
      border: 0;
      border-radius: 50%;
      color: #ffffff;
      background: linear-gradient(135deg, #4f46e5, #7c3aed);
      box-shadow: 0 8px 40px rgb(17 17 34 / 40%), 0 0 0 1px rgb(119 119 136 / 27%);
      cursor: pointer;
      transition: transform 150ms ease-out, box-shadow 150ms ease-out;
    }

    button:hover {
      transform: scale(1.05);
      box-shadow: 0 12px 48px rgb(17 17 34 / 50%), 0 0 0 1px rgb(119 119 136 / 27%);
    }

    button:active {
      transform: scale(0.97);
    }

    button:focus-visible {
      outline: 3px solid #4f46e5;
      outline-offset: 3px;
    }

    svg {
      display: block;
      width: 28px;
      height: 28px;
      margin: auto;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    @media (max-width: 639px) {
      button {
        right: 16px;
        bottom: 16px;
        width: 56px;
        height: 56px;
      }
    }

    @media (prefers-reduced-motion: reduce) {
      button {
        transition: none;
      }
    }

    @media (forced-colors: active) {
      button {
        border: 2px solid ButtonText;
      }
    }

    @media print {
      button {
        display: none;
      }
    }
  `;

  const outlines = [
    "M4 20l2-4a8 8 0 1 1 3 3z",
    "M9 11.5h.01",
    "M12 11.5h.01",
    "M15 11.5h.01",
  ];

  /** Draws the icon, by outlines in a box of 24. */
  function drawIcon() {
    const namespace = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(namespace, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    for (const outline of outlines) {
      const path = document.createElementNS(namespace, "path");
      path.setAttribute("d", outline);
      svg.append(path);
    }
    return svg;
  }

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [sheet];

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.className = "launcher";
  launcher.ariaLabel = launcher.title = "Open chat";
  launcher.ariaExpanded = "false";
  launcher.append(drawIcon());
  shadow.append(launcher);
  document.documentElement.append(host);
})();
