"""The styles of the Library page that the theme cannot say. No text of a user is in them."""

from __future__ import annotations

from pages.parts import cards

STYLE = """
<style>
[class*="st-key-row-"] { border-bottom: 1px solid var(--ox-line); padding: .6rem 0;
  gap: .4rem .6rem; }
[class*="st-key-row-"] [class*="st-key-open-"] button { padding: 0; min-height: 0;
  text-align: left; justify-content: flex-start; }
[class*="st-key-row-"] [class*="st-key-open-"] button > div { justify-content: flex-start; }
[class*="st-key-row-"] [class*="st-key-open-"] button p { font-size: 1.05rem; font-weight: 650;
  line-height: 1.4; text-align: left; }
.st-key-library-rows { gap: 0; }
.ox-row { display: grid; gap: .15rem; }
.ox-row .ox-about { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; font-size: .95rem; line-height: 1.45; max-width: 95ch; }
.ox-meta { display: flex; flex-wrap: wrap; gap: .1rem .7rem; align-items: center;
  font-size: .875rem; color: var(--ox-soft); }
.ox-meta .ox-meter { width: 4.5rem; margin: 0; flex: none; }
.ox-meta .ox-with { display: inline-flex; gap: .45rem; align-items: center; }
.ox h2.ox-named { font-size: 1.4rem; line-height: 1.3; font-weight: 700; }
.ox-named .ox-badge { vertical-align: .2em; }
.ox-tag { border: 1px solid var(--ox-line); border-radius: 999px; padding: 0 .55em;
  font-size: .8rem; color: var(--ox-ink); background: var(--ox-panel); max-width: 100%; }
.ox-archived { background: var(--ox-bad-bg); color: var(--ox-bad-ink); }
.st-key-library-chosen { background: var(--ox-panel); border-radius: 8px; padding: .5rem .8rem; }
.st-key-library-said { background: var(--ox-panel); border-radius: 8px; padding: .45rem .9rem;
  border-left: 3px solid var(--ox-accent); }
/* An act at the end of a long form is answered where one can see it. */
div:has(> .st-key-library-said) { position: sticky; top: 3.9rem; z-index: 5; }
.ox-diff { display: grid; gap: 1.1rem; margin-top: .8rem; }
.ox-diff h3 { font-size: 1rem; margin: 0 0 .3rem; padding: 0; }
.ox-diff ul { list-style: none; display: grid; gap: .45rem; }
.ox-diff li { margin: 0; padding: .4rem .8rem; border-left: 3px solid var(--ox-line);
  background: var(--ox-panel); border-radius: 0 6px 6px 0; line-height: 1.45; font-size: .95rem; }
.ox-diff li.ox-added { border-color: var(--ox-good); }
.ox-diff li.ox-removed { border-color: var(--ox-bad); }
.ox-diff .ox-kind { font-weight: 600; font-size: .8rem; color: var(--ox-soft);
  display: block; }
.ox-diff ins { text-decoration: none; background: var(--ox-good-bg); color: var(--ox-good-ink);
  border-radius: 3px; padding: 0 .1em; }
.ox-diff del { background: var(--ox-bad-bg); color: var(--ox-bad-ink); border-radius: 3px;
  padding: 0 .1em; }
.ox-diff .ox-cause { display: block; margin-top: .3rem; font-size: .875rem;
  color: var(--ox-soft); }
.ox-fields { display: grid; gap: .9rem; }
.ox-fields h3 { margin: 0 0 .2rem; padding: 0; }
.ox-fields ul { list-style: none; display: grid; gap: .3rem; }
.ox-fields li { margin: 0; line-height: 1.45; font-size: .95rem; }
.ox-fields details { margin: .2rem 0 .1rem; }
.ox-fields details summary { cursor: pointer; list-style: none; border-radius: 4px; }
.ox-fields details summary::-webkit-details-marker { display: none; }
.ox-fields details summary:hover { background: var(--ox-panel); }
.ox-fields details summary:focus-visible { outline: 2px solid var(--ox-accent);
  outline-offset: 2px; }
.ox-fields details[open] summary { font-weight: 600; }
.ox-fields .ox-why { font-size: .875rem; color: var(--ox-soft); }
.stMain [data-testid="stBaseButton-primary"] p,
.stMain [data-testid="stBaseButton-primary"] span { color: light-dark(#FFFFFF, #0B1220); }
.stMain [data-tag], .stMain [data-tag] * { color: light-dark(#FFFFFF, #0B1220); }
@media (max-width: 640px) {
  .st-key-library-heading { gap: .5rem 1rem; }
  .st-key-library-heading > :first-child { flex: 1 0 100%; }
  [class*="st-key-row-"] { flex-wrap: nowrap; }
  .st-key-library-chosen { gap: .4rem .6rem; }
}
</style>
"""


def styles() -> None:
    """Draw the styles of this page."""
    cards.html(STYLE)
