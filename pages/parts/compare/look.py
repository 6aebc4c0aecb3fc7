"""The styles of the Compare page that the theme cannot say. No text of a user is in them."""

from __future__ import annotations

from pages.parts import cards

STYLE = """
<style>
/* A and B are changed, never emptied. */
:is(.st-key-compare-a, .st-key-compare-b) button[aria-label="Clear value"] { display: none; }
.ox-vs { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .3rem 1.8rem; }
.ox-vs-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
.ox-letter { display: inline-block; min-width: 1.45em; text-align: center; border-radius: 4px;
  font-size: .8rem; line-height: 1.5; font-weight: 700; background: var(--ox-ink);
  color: light-dark(#FFFFFF, #0B1220); font-style: normal; }
.ox-letter + .ox-letter { margin-left: .2em; }
.ox-echo { line-height: 1.7; }
.ox-echo .ox-letter, .ox-both li > .ox-letter:last-of-type { margin-inline-end: .3em; }
.ox-side { border-top: 3px solid var(--ox-ink); padding-top: .5rem; min-width: 0; }
.ox-side h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 700; display: -webkit-box;
  -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.ox-side h2 .ox-letter { margin-inline-end: .15em; }
.ox-side .ox-description { display: -webkit-box; -webkit-box-orient: vertical;
  -webkit-line-clamp: 4; overflow: hidden; margin-top: .3rem; font-size: .95rem; }
.ox-found { border-top: 1px solid var(--ox-line); padding-top: .8rem; }
.ox-found .ox-finding { font-size: 1.35rem; line-height: 1.35; font-weight: 650; }
.ox h2.ox-ask-head { margin-top: .4rem; }
.ox-ask { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
  gap: .8rem; list-style: none; margin-top: .5rem !important; }
.ox-ask li { margin: 0; border: 1px solid var(--ox-line); border-radius: 8px; display: flex;
  flex-direction: column; gap: .4rem; padding: .8rem .9rem; min-width: 0; }
.ox-ask .ox-say { font-weight: 650; line-height: 1.4; }
.ox-ask .ox-who { margin-top: auto !important; }
.ox-who { display: flex; flex-wrap: wrap; gap: .2rem .9rem; align-items: baseline;
  font-size: .875rem; }
.ox-who > span { display: inline-flex; gap: .35rem; align-items: baseline; }
.ox-part { border-top: 1px solid var(--ox-line); padding: .7rem 0 .6rem; }
.ox-part-head { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline;
  margin-bottom: .35rem; }
.ox-part-head h3 { font-size: 1.02rem; }
.ox-both { background: var(--ox-used); border-radius: 8px; padding: .5rem .8rem;
  margin-bottom: .45rem; }
.ox-lines { list-style: none; display: grid; gap: .35rem; align-content: start; }
.ox-lines li { margin: 0; font-size: .95rem; line-height: 1.45; min-width: 0; }
.ox-lines .ox-wording { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .5rem;
  align-items: baseline; }
.ox-own { min-width: 0; display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .6rem;
  align-items: start; }
.ox-own > .ox-letter { background: none; color: var(--ox-soft); line-height: 1.75;
  border: 1px solid var(--ox-line); }
.ox-own ul { padding: 0; }
.ox-qs, .ox-links { list-style: none; display: grid; margin-top: .4rem !important; }
.ox-qs > li { margin: 0; padding: .5rem 0; border-top: 1px solid var(--ox-line); display: grid;
  grid-template-columns: minmax(0, 1fr) auto; gap: .15rem 1.4rem; }
.ox-qs .ox-who { display: grid; grid-template-columns: repeat(2, 9.6rem); gap: .2rem;
  align-self: start; }
.ox-qs .ox-who-3 { grid-template-columns: repeat(3, 9.6rem); }
.ox-who .ox-side-asks { display: inline-grid; gap: .1rem; }
.ox-more > summary { cursor: pointer; font-weight: 650; padding: .3rem 0; border-radius: 6px; }
.ox-more > summary:focus-visible, .ox-scroller:focus-visible { outline: 2px solid
  var(--ox-accent); outline-offset: 2px; }
.ox-scroller { overflow-x: auto; border-radius: 6px; }
.ox-matrix { border-collapse: separate; border-spacing: 4px; width: 100%; }
.ox-matrix th { text-align: left; font-weight: 600; font-size: .9rem; vertical-align: bottom;
  padding: .3rem .4rem; min-width: 8rem; overflow-wrap: anywhere;
  color: var(--ox-ink); border: 0; }
.ox-matrix thead td { border: 0; background: none; min-width: 0; }
.ox-clamp { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; }
.ox-matrix tbody th { vertical-align: middle; width: 15rem; }
.ox-matrix td { padding: .45rem .6rem; border-radius: 6px; min-width: 9rem; vertical-align: top;
  border: 1px solid var(--ox-line); font-size: .85rem;
  background: color-mix(in srgb, var(--ox-accent) calc(var(--share) * .26), transparent); }
.ox-matrix td b { font-size: 1.25rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
.ox-matrix td.ox-none b { font-weight: 400; color: var(--ox-soft); }
.ox-scroller:has(.ox-wide) { max-height: min(44rem, 80vh); overflow: auto; }
.ox-matrix.ox-wide { border-spacing: 2px; width: auto; }
.ox-wide thead th, .ox-wide thead td { position: sticky; top: 0; z-index: 1;
  background: light-dark(#FFFFFF, #10151C); }
.ox-wide tbody th, .ox-wide thead td { position: sticky; left: 0; z-index: 1;
  background: light-dark(#FFFFFF, #10151C); }
.ox-wide thead td { z-index: 2; }
.ox-wide th { min-width: 6.2rem; max-width: 13rem; font-size: .8125rem; line-height: 1.3; }
.ox-wide tbody th { min-width: 10rem; }
.ox-wide td { min-width: 0; padding: .2rem .4rem; }
.ox-wide td b { font-size: 1rem; }
.ox-links > li { margin: 0; padding: .5rem 0; border-top: 1px solid var(--ox-line); display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .15rem 1.8rem; font-size: .95rem;
  line-height: 1.45; }
.ox-links mark { background: var(--ox-strong); color: inherit; border-radius: 3px;
  padding: .05em .1em; }
.ox-links .ox-full { grid-column: 1 / -1; }
@media (max-width: 640px) {
  .ox-vs, .ox-vs-3, .ox-links > li { grid-template-columns: minmax(0, 1fr); gap: .7rem; }
  .ox-links > li { gap: .3rem; }
  .ox-qs > li { grid-template-columns: minmax(0, 1fr); }
  .ox-qs .ox-who { display: flex; gap: .2rem .9rem; }
  .ox-matrix th, .ox-matrix td { min-width: 7rem; }
  .ox-wide tbody th { max-width: 8rem; min-width: 6rem; }
  .ox-wide td { min-width: 4.5rem; }
}
</style>
"""


def styles() -> None:
    """Draw the styles of this page."""
    cards.html(STYLE)
