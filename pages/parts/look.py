"""
The few styles that the theme cannot say, as one block. No text of a user ever enters it.

Colours are pairs for light and dark; Streamlit sets the colour scheme, so they
switch without a rerun. Class names start with `ox-`.
"""

from __future__ import annotations

STYLE = """
<style>
.stApp {
  --ox-ink: light-dark(#14171A, #E8EDF3);
  --ox-soft: light-dark(#4A5563, #B7C2CF);
  --ox-line: light-dark(#D5DBE3, #33404F);
  --ox-panel: light-dark(#F4F6F9, #19212B);
  --ox-accent: light-dark(#0B5CAD, #58A6FF);
  --ox-good: light-dark(#0072B2, #56B4E9);
  --ox-good-bg: light-dark(#E3F0FA, #12324A);
  --ox-good-ink: light-dark(#005485, #9BD3F5);
  --ox-bad: light-dark(#D55E00, #E69F00);
  --ox-bad-bg: light-dark(#FCEBDD, #3D2C08);
  --ox-bad-ink: light-dark(#8F3F00, #F4C65C);
  --ox-quoted-bg: light-dark(#E2F3EC, #12362B);
  --ox-quoted-ink: light-dark(#0B5E43, #8FDCBF);
  --ox-edited-bg: light-dark(#F0EAF8, #2B2140);
  --ox-edited-ink: light-dark(#553A80, #CDBAEA);
  --ox-gray-bg: light-dark(#EBEEF2, #27313D);
  --ox-used: light-dark(#EAF2FB, #16293D);
  --ox-strong: light-dark(#FFE08A, #6B4E00);
}
.ox { color: var(--ox-ink); font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
.ox p, p.ox, .ox ul, .ox ol, .ox dl, .ox h2, .ox h3 { margin: 0; padding: 0; }
.ox bdi { unicode-bidi: isolate; }
.ox-soft { color: var(--ox-soft); }
.ox-small { font-size: .875rem; }
.ox-badge {
  display: inline-block; padding: 0 .45em; border-radius: 5px; font-size: .8rem; line-height: 1.5;
  font-weight: 600; white-space: nowrap; background: var(--ox-gray-bg); color: var(--ox-soft);
}
/* As high as the fields and buttons that it stands beside. */
.stApp [data-testid="stButtonGroup"] button[data-variant="segmented_control"] {
  min-height: 2.5rem; }
/* A long name that is chosen ends in dots. */
.stApp input[role="combobox"]:not(:focus) { text-overflow: ellipsis; }
.ox-GOOD { background: var(--ox-good-bg); color: var(--ox-good-ink); }
.ox-BAD { background: var(--ox-bad-bg); color: var(--ox-bad-ink); }
.ox-quoted { background: var(--ox-quoted-bg); color: var(--ox-quoted-ink); }
.ox-edited { background: var(--ox-edited-bg); color: var(--ox-edited-ink); }
.ox-typical { background: none; padding: 0; font-weight: 400; font-style: italic; }

.st-key-page-title { gap: 0 1rem; padding-bottom: .4rem; }
.st-key-page-title h1 { font-size: 1.7rem; line-height: 1.3; padding: 0; }
.st-key-page-title p { color: var(--ox-soft); line-height: 1.9; }

.ox-glance { container-type: inline-size; }
.ox-glance .ox-name { font-size: 1.5rem; margin: 0; padding: 0; line-height: 1.25;
  font-weight: 700; }
.ox-glance .ox-alias { color: var(--ox-soft); }
.ox-glance .ox-description { margin-top: .35rem; max-width: 100ch; }
.ox-glance .ox-description, .ox-glance li, .ox-glance .ox-name, .ox-facts dd { display: -webkit-box;
  -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.ox-glance .ox-name, .ox-facts dd { -webkit-line-clamp: 2; }
.ox-glance .ox-description { -webkit-line-clamp: 4; }
.ox-chips { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin-top: .45rem;
  align-items: center; }
.ox-chip {
  border: 1px solid var(--ox-line); border-radius: .8em; padding: 0 .6rem; font-size: .875rem;
  color: var(--ox-soft); max-width: 100%;
}
.ox-glance .ox-chip { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.ox-only { display: flex; flex-wrap: wrap; gap: .3rem .4rem; align-items: baseline; }
.ox-only .ox-chip { color: var(--ox-ink); background: var(--ox-panel); }
dl.ox-facts { display: grid; grid-template-columns: max-content minmax(0, 1fr);
  gap: .1rem 1rem; margin-top: .55rem; font-size: .925rem; }
.ox-facts div { display: contents; }
.ox-facts dt { color: var(--ox-soft); white-space: nowrap; }
.ox-facts dd { margin: 0; }
.ox-meter { display: flex; height: 6px; border-radius: 3px; overflow: hidden; gap: 1px;
  margin: .6rem 0 .25rem; background: var(--ox-gray-bg); }
.ox-meter i { display: block; background: var(--ox-accent); }
.ox-meter i.ox-m-inferred { opacity: .45; }
.ox-meter i.ox-m-edited { background: var(--ox-edited-ink); opacity: .6; }
.ox-noted { margin-top: .6rem !important; }
.ox-tops { display: grid; grid-template-columns: 1fr; gap: .8rem 1.6rem; margin-top: .6rem;
  padding-top: .65rem; border-top: 1px solid var(--ox-line); }
@container (min-width: 32rem) {
  .ox-tops { grid-template-columns: 1fr 1fr; }
  .ox-tops .ox-out { grid-column: 1 / -1; }
}
@container (min-width: 56rem) {
  .ox-tops { grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
  .ox-tops .ox-out { grid-column: auto; }
}
.ox h3 { font-size: .95rem; line-height: 1.4; font-weight: 650; }
.ox h2.ox-h { font-size: 1.1rem; line-height: 1.4; font-weight: 650; }
.ox-group { padding-top: .5rem; }
.ox-notice { padding-bottom: .3rem; }
.ox-step { display: grid; grid-template-columns: 1.1em minmax(0, 1fr); gap: .35em; }
.ox-step > :first-child { text-align: center; }
.ox-tops h2, .ox-tops h3 { margin: 0 0 .2rem; padding: 0; font-size: .95rem; line-height: 1.4;
  font-weight: 650; }
.ox-tops ul, .ox-list { list-style: none; display: grid; gap: .3rem; }
.ox-tops li { margin: 0; font-size: .975rem; line-height: 1.45; }

.ox-section { padding: .55rem 0 .15rem; }
.ox-quote {
  border-left: 3px solid var(--ox-accent); background: var(--ox-panel); padding: .5rem .8rem;
  border-radius: 0 6px 6px 0; white-space: pre-wrap;
}
.ox-quote mark { color: inherit; background: var(--ox-strong);
  border-radius: 3px; padding: .05em .1em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; }
.ox-source {
  max-height: min(28rem, 60vh); overflow-y: auto; white-space: pre-wrap; font-size: .925rem;
  border: 1px solid var(--ox-line); border-radius: 8px; padding: .8rem 1rem; line-height: 1.6;
}
.ox-source .ox-used { background: var(--ox-used); padding: .05em 0; border-radius: 3px;
  border-bottom: 1px solid color-mix(in srgb, var(--ox-accent) 45%, transparent);
  cursor: pointer; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.ox-source .ox-used:hover { border-bottom-color: var(--ox-accent); border-bottom-width: 2px; }
.ox-source .ox-picked { background: var(--ox-strong); font-weight: 600; }
.ox-source:focus-visible, .ox-used:focus-visible { outline: 2px solid var(--ox-accent);
  outline-offset: 2px; }

.ox-card { display: grid; gap: .55rem; }
.ox-sides { display: flex; justify-content: space-between; flex-wrap: wrap; gap: .3rem;
  color: var(--ox-soft); }
.ox-gaps { display: grid; gap: .7rem; }
.ox-empty { border: 1px dashed var(--ox-line); border-radius: 10px; padding: 1.6rem 1.4rem; }
.ox-empty h2 { font-size: 1.15rem; font-weight: 650; }
.ox-empty ul { margin-top: .6rem; padding-left: 1.1rem; list-style: disc; display: grid;
  gap: .3rem; }

.ox-problem { background: var(--ox-bad-bg); color: var(--ox-bad-ink); border-radius: 8px;
  padding: .6rem .9rem; border-left: 3px solid var(--ox-bad); }

[class*="st-key-claim-"] button, .st-key-resting button {
  justify-content: flex-start; text-align: left; padding: .15rem .5rem; margin-left: -.5rem;
  width: calc(100% + .5rem); border-radius: 6px; min-height: 0;
}
[class*="st-key-claim-"] button > div, .st-key-resting button > div { justify-content: flex-start; }
[class*="st-key-claim-"] button p, .st-key-resting button p { text-align: left;
  line-height: 1.5; font-size: .95rem; }
.ox-plain { font-size: .95rem; padding: .15rem 0; }
.ox-said { padding: .2rem 0 .5rem; font-size: .925rem; display: grid; gap: .2rem; }
[class*="st-key-claim-"] button:hover, .st-key-resting button:hover { background: var(--ox-panel); }
[class*="st-key-claim-on-"] button { background: var(--ox-panel);
  box-shadow: inset 3px 0 0 var(--ox-accent); }
[class*="st-key-claims-"] { gap: .1rem; }
div:has(> .st-key-source-pane) { position: sticky; top: 4.5rem; }
.st-key-generate button p, .st-key-generate button span,
.st-key-connect-test button p, .st-key-connect-test button span {
  color: light-dark(#FFFFFF, #0B1220); }
[data-testid="stCaptionContainer"] code { font-size: .8rem; }
@media (max-width: 640px) {
  .st-key-page-title p { line-height: 1.5; }
  /* The way to the pages stands first, and the menu at the end is not pushed off the screen. */
  [data-testid="stToolbar"] div:has(> [data-testid="stExpandSidebarButton"]) { order: -1; }
  [data-testid="stToolbar"] div:has(> [data-testid="stMainMenu"]) { min-width: 0; }
  [data-testid="stExpandSidebarButton"] [data-testid="stIconMaterial"] { font-size: 0; }
  [data-testid="stExpandSidebarButton"] [data-testid="stIconMaterial"]::after {
    content: "menu" / ""; font-size: 1.5rem; }
  /* Columns that stand one under the other need no more room than what is in them. */
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) { row-gap: 1.25rem; }
  [data-testid="stCheckbox"] label { padding-block: .25rem; }
  /* Every tab is seen: a chosen one that had to be scrolled to would be out of sight. */
  .stApp [data-testid="stTabs"] [role="tablist"] { flex-wrap: wrap; row-gap: 0; }
}
/* An untouched example on a narrow screen: its result is read first, its text on request. */
.st-key-unfold-narrow { display: none; }
@media (max-width: 640px) {
  .st-key-unfold-narrow { display: block; }
  .st-key-fold-wide, .st-key-input-wide { display: none; }
}
/* While a run has a Stop of its own, Streamlit's would only confuse. */
.stApp:has(.st-key-stop) [data-testid="stStatusWidget"] { visibility: hidden; }
/* A result that has the page to itself. */
.stApp:has(.ox-alone) .st-key-desk-and-view [data-testid="stColumn"]:has(.st-key-form) {
  display: none; }

@media (min-width: 641px) and (max-width: 1100px) {
  .stApp [data-testid="stMainBlockContainer"] { padding-left: 2.5rem; padding-right: 2.5rem; }
  /* The starting points on one line. */
  .stApp .st-key-desk button { padding-inline: .5rem; }
}

/* The presentation: nothing on the screen but the slide and a way on. */
.stApp:has(.st-key-present) header[data-testid="stHeader"],
.stApp:has(.st-key-present) .st-key-footer { display: none; }
.stApp:has(.st-key-present) [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
.st-key-present { min-height: 100vh; gap: 0; }
.st-key-stage { padding: clamp(1.2rem, 4vw, 3.5rem) clamp(1rem, 6vw, 6rem) 5rem;
  max-width: 92rem; margin: 0 auto; }
.st-key-clicker { position: absolute; }
.st-key-present .ox-empty h2 { font-size: 1.6rem; margin-bottom: .4rem; }
.st-key-present-controls { position: fixed; inset: auto 0 0 0; z-index: 10; padding: .6rem 1rem;
  background: var(--ox-panel); border-top: 1px solid var(--ox-line); }
.st-key-present-controls .st-key-exit { margin-left: auto; }
.ox-place { min-width: 5ch; text-align: center; font-variant-numeric: tabular-nums; }
.st-key-present .ox { font-size: 1.25rem; }
.st-key-present .ox-small, .st-key-present .ox-alias,
.st-key-present .ox-facts { font-size: 1.1rem; }
.st-key-present .ox-chip, .st-key-present .ox-badge { font-size: 1rem; }
.st-key-present .ox-place { font-size: 1rem; }
.ox-slide p, .st-key-present .ox-empty p { font-size: 1.25rem; }
.ox-slide .ox-over { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden;
  -webkit-line-clamp: 2; }
.ox-slide .ox-badge, .st-key-present .ox-glance .ox-badge { vertical-align: .12em; }
.st-key-present .ox-glance .ox-name { font-size: clamp(1.9rem, 3.4vw, 2.8rem); }
.st-key-present .ox-tops h2 { font-size: 1.2rem; margin-bottom: .4rem; }
.st-key-present .ox-glance .ox-description { font-size: 1.3rem; line-height: 1.45;
  -webkit-line-clamp: 3; }
.st-key-present .ox-tops li { font-size: clamp(1.15rem, 1.9vw, 1.4rem); line-height: 1.35; }
.st-key-present .ox-tops ul { gap: .6rem; }
.ox-slide { max-height: calc(100vh - 9rem); overflow-y: auto; padding-top: 4vh; }
.ox-slide-question { min-height: calc(100vh - 12rem); padding-top: 0; display: flex;
  flex-direction: column; justify-content: safe center; }
.ox-slide:focus-visible { outline: 2px solid var(--ox-accent); outline-offset: 6px; }
.ox-slide h1 { font-size: clamp(1.9rem, 3.4vw, 2.8rem); line-height: 1.2; font-weight: 700;
  margin: .2rem 0 1.4rem; padding: 0; }
.ox-slide ul { list-style: none; display: grid; gap: 1rem; }
.ox-slide li { font-size: clamp(1.3rem, 2.3vw, 1.85rem); line-height: 1.35; margin: 0;
  padding-inline-start: 1.1rem; border-inline-start: 4px solid var(--ox-line); }
.ox-slide-disqualifiers li { border-color: var(--ox-bad); }
.ox-slide .ox-asked { font-size: clamp(2rem, 3.8vw, 3.1rem); margin-bottom: .8rem;
  max-width: 30ch; text-wrap: balance; }
.ox-slide .ox-asked.ox-long { font-size: clamp(1.6rem, 2.8vw, 2.2rem); max-width: 46ch; }
.ox-slide .ox-marks { display: flex; gap: .5rem; flex-wrap: wrap; }
.ox-slide dl { display: grid; grid-template-columns: max-content 1fr; gap: .9rem 1.6rem;
  margin-top: 2rem; font-size: clamp(1.2rem, 2vw, 1.55rem); line-height: 1.4; }
.ox-slide dt { color: var(--ox-soft); }
.ox-slide dd { margin: 0; max-width: 60ch; }
.ox-slide .ox-from { margin-top: 2rem; color: var(--ox-soft); max-width: 80ch; }
.ox-slide .ox-big { font-size: 1.6rem; margin: .6rem 0 .2rem; }
.ox-slide .ox-meter { height: 12px; border-radius: 6px; }
.ox-slide-sources ul { margin-top: 2rem; }
/* A key is never read out: no button that would show it. */
[class*="st-key-connect-"] [data-testid="stTextInputRootElement"] button { display: none; }
@media (max-width: 640px) {
  .ox-slide dl { grid-template-columns: 1fr; gap: .1rem; }
  .ox-slide dd { margin-bottom: .7rem; }
  /* The slides on one line, what is beside them and the way out on the next. */
  .st-key-present-controls > :has(.ox-place) { flex: 1 0 6rem; }
  .st-key-present-controls kbd { display: none; }
}
</style>
"""
