"""The styles of the Qualify page that the theme cannot say. No text of a user is in them."""

from __future__ import annotations

from pages.parts import cards

STYLE = """
<style>
.ox-score { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1.1rem;
  align-items: center; }
.ox-ten { font-size: 3.2rem; line-height: 1; font-weight: 700; text-align: center;
  font-variant-numeric: tabular-nums; }
.ox-ten small { display: block; font-size: .8rem; font-weight: 400; line-height: 1.5;
  color: var(--ox-soft); }
.ox-score.ox-void .ox-ten { color: var(--ox-soft); font-weight: 400; }
.ox-score.ox-void .ox-ten b { font-weight: 400; text-decoration: line-through 2px; }
.ox-ten b { font-weight: inherit; }
.ox-verdict { font-size: 1.25rem; font-weight: 650; line-height: 1.35; }
.ox-verdict .ox-badge { font-size: 1.05rem; padding: .05em .55em; vertical-align: .06em; }
.ox-borderline { background: var(--ox-gray-bg); color: var(--ox-ink); }
.ox-cover { display: flex; align-items: center; gap: .6rem; font-size: .875rem;
  color: var(--ox-soft); }
.ox-cover .ox-meter { width: 7rem; margin: 0; flex: none; }
.ox-sum { font-variant-numeric: tabular-nums; font-size: .925rem; overflow-wrap: anywhere; }
.ox-hand { display: grid; gap: .45rem; }
.ox-hand .ox-asking { font-size: 1.3rem; line-height: 1.35; font-weight: 650; margin: 0;
  padding: 0; text-wrap: pretty; }
.ox-hint { border-left: 3px solid var(--ox-accent); background: var(--ox-panel);
  padding: .45rem .8rem; border-radius: 0 6px 6px 0; font-size: .925rem; }
.ox-over { border-left-color: var(--ox-bad); }
.ox-keys kbd { border: 1px solid var(--ox-line); border-radius: 4px; padding: 0 .35em;
  font-size: .8rem; font-family: inherit; background: var(--ox-panel); }
.ox-flips { list-style: none; display: grid; gap: .4rem; }
.ox-flips li { margin: 0; font-size: .95rem; line-height: 1.45; }
.st-key-qualify-chosen [data-tag], .st-key-qualify-chosen [data-tag] * {
  color: light-dark(#FFFFFF, #0B1220); }
[class*="st-key-say-"] button { min-height: 3rem; }
[class*="st-key-say-"] button p { font-weight: 600; }
.stMain [data-testid="stBaseButton-primary"] p,
.stMain [data-testid="stBaseButton-primary"] span { color: light-dark(#FFFFFF, #0B1220); }
.st-key-all-questions button, .st-key-ranking button { justify-content: flex-start;
  text-align: left; min-height: 0; padding: .2rem .5rem; width: 100%; border-radius: 6px; }
.st-key-all-questions button > div, .st-key-ranking button > div { justify-content: flex-start; }
.st-key-all-questions button p, .st-key-ranking button p { text-align: left; line-height: 1.45;
  font-size: .95rem; }
[class*="st-key-turn-on-"] button, [class*="st-key-show-on-"] button { background: var(--ox-panel);
  box-shadow: inset 3px 0 0 var(--ox-accent); }
.st-key-all-questions, .st-key-ranking { gap: .1rem; }
.ox-flips .ox-one { white-space: nowrap; }
/* The marks of a question stay together, beside it or on the line under it. */
.st-key-all-questions button p { overflow-wrap: anywhere; }
.st-key-all-questions button p > span { display: inline-block; white-space: nowrap;
  font-size: inherit !important; }
@media (min-width: 1200px) {
  .st-key-all-questions button :is(div, span):not(p *) { width: 100%; }
  /* The question, and in columns beside it its marks and its answer. */
  .st-key-all-questions button p, .st-key-all-questions button p > span { display: flex;
    gap: .4rem; align-items: baseline; }
  .st-key-all-questions button p > span { flex: none; margin-left: auto; }
  .st-key-all-questions button .stMarkdownBadge { min-width: 3.2rem; text-align: center; }
  .st-key-all-questions button .stMarkdownBadge + .stMarkdownBadge { min-width: 5.8rem; }
  .st-key-all-questions button .stMarkdownBadge + .stMarkdownBadge + * { min-width: 4.2rem; }
}
.ox-verdict .ox-small { font-weight: 400; }
[class*="st-key-waterfall"] .mark-text { pointer-events: none; }
.ox-table { width: 100%; border-collapse: collapse; font-size: .925rem; }
.ox-table th, .ox-table td { text-align: left; padding: .35rem .6rem .35rem 0;
  border-bottom: 1px solid var(--ox-line); vertical-align: top; }
.ox-table th { color: var(--ox-soft); font-weight: 600; font-size: .85rem; }
.ox-table td.ox-n, .ox-table th.ox-n { text-align: right; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
.ox-table td[data-name="Before"], .ox-table td .ox-small { white-space: nowrap; }
.ox-scroll { overflow-x: auto; }
.ox-scroll .ox-table { min-width: 34rem; overflow-wrap: break-word; }
.ox-day { white-space: nowrap; }
@media (max-width: 640px) {
  [class*="st-key-prospect-"] > :first-child { flex: 1 0 100%; }
  .st-key-qualify-bar > .st-key-qualify-chosen { flex: 1 0 100%; }
  .st-key-qualify-bar > .st-key-qualify-name { flex: 1 1 8rem; width: auto; }
  .ox-cover { flex-wrap: wrap; gap: .1rem .6rem; margin-top: .35rem; }
  /* A case is a few lines, each value with its name, instead of a row that is cut off. */
  .ox-scroll .ox-table { min-width: 0; }
  .ox-scroll thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  .ox-scroll tr { display: flex; flex-wrap: wrap; gap: .1rem .9rem; padding: .4rem 0;
    border-bottom: 1px solid var(--ox-line); }
  .ox-scroll .ox-table td { border: 0; padding: 0; }
  .ox-scroll td:first-child { flex: 1 0 100%; font-weight: 600; }
  .ox-scroll td[data-name]::before { content: attr(data-name) " "; color: var(--ox-soft); }
}
/* Keys are of no use where there is no keyboard. */
@media (hover: none) and (pointer: coarse) {
  .st-key-qualify-keys-on, [data-testid="stElementContainer"]:has(.ox-keys) { display: none; }
}
.ox-find { display: grid; gap: .15rem; font-size: .95rem; }
.ox-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(6.6rem, 1fr));
  gap: .6rem; }
.ox-tile { border: 1px solid var(--ox-line); border-radius: 8px; padding: .5rem .7rem; }
.ox-tile b { display: block; font-size: 1.5rem; line-height: 1.3; font-weight: 650;
  font-variant-numeric: tabular-nums; }
</style>
"""


def styles() -> None:
    """Draw the styles of this page."""
    cards.html(STYLE)
