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
  --ox-gray-bg: light-dark(#EBEEF2, #27313D);
  --ox-used: light-dark(#EAF2FB, #16293D);
  --ox-strong: light-dark(#FFE08A, #6B4E00);
}
.ox { color: var(--ox-ink); font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
.ox p, .ox ul, .ox ol, .ox dl, .ox h2, .ox h3 { margin: 0; padding: 0; }
.ox bdi { unicode-bidi: isolate; }
.ox-soft { color: var(--ox-soft); }
.ox-small { font-size: .875rem; }
.ox-badge {
  display: inline-block; padding: 0 .45em; border-radius: 5px; font-size: .8rem; line-height: 1.5;
  font-weight: 600; white-space: nowrap; background: var(--ox-gray-bg); color: var(--ox-soft);
}
.ox-GOOD { background: var(--ox-good-bg); color: var(--ox-good-ink); }
.ox-BAD { background: var(--ox-bad-bg); color: var(--ox-bad-ink); }
.ox-quoted { background: var(--ox-quoted-bg); color: var(--ox-quoted-ink); }
.ox-typical { background: none; padding: 0; font-weight: 400; font-style: italic; }

.ox-title { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem;
  padding-bottom: .4rem; }
.ox-title h1 { font-size: 1.7rem; line-height: 1.3; font-weight: 700; margin: 0; padding: 0; }
.ox-title p { color: var(--ox-soft); }

.ox-glance h2 { font-size: 1.5rem; line-height: 1.25; font-weight: 700; }
.ox-glance .ox-alias { color: var(--ox-soft); margin-top: .1rem; }
.ox-glance .ox-description { margin-top: .55rem; max-width: 68ch; }
.ox-chips { display: flex; flex-wrap: wrap; gap: .3rem .4rem; margin-top: .55rem; }
.ox-chip {
  border: 1px solid var(--ox-line); border-radius: 999px; padding: 0 .6rem; font-size: .875rem;
  color: var(--ox-soft);
}
.ox-facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem;
  margin-top: .55rem; font-size: .925rem; }
.ox-facts dt { color: var(--ox-soft); }
.ox-facts dd { margin: 0; }
.ox-meter { display: flex; height: 6px; border-radius: 3px; overflow: hidden; margin: .8rem 0 .3rem;
  background: var(--ox-gray-bg); gap: 1px; }
.ox-meter i { display: block; background: var(--ox-accent); }
.ox-meter i.ox-m-inferred { opacity: .45; }
.ox-tops { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr));
  gap: 1rem 1.6rem; margin-top: 1rem; padding-top: .9rem; border-top: 1px solid var(--ox-line); }
.ox h3 { font-size: .95rem; line-height: 1.4; font-weight: 650; }
.ox h2.ox-h { font-size: 1.1rem; line-height: 1.4; font-weight: 650; }
.ox-group { padding-top: .5rem; }
.ox-tops h3 { margin-bottom: .3rem; }
.ox-tops ul, .ox-list { list-style: none; display: grid; gap: .35rem; }
.ox-tops li { margin: 0; }
.ox-tops .ox-wide { grid-column: 1 / -1; }

.ox-section { padding: .55rem 0 .15rem; }
.ox-quote {
  border-left: 3px solid var(--ox-accent); background: var(--ox-panel); padding: .5rem .8rem;
  border-radius: 0 6px 6px 0; white-space: pre-wrap;
}
.ox-quote mark, .ox-source mark { color: inherit; background: var(--ox-strong);
  border-radius: 3px; padding: .05em .1em; box-decoration-break: clone;
  -webkit-box-decoration-break: clone; }
.ox-source {
  max-height: min(32rem, 70vh); overflow-y: auto; white-space: pre-wrap; font-size: .925rem;
  border: 1px solid var(--ox-line); border-radius: 8px; padding: .8rem 1rem; line-height: 1.6;
  animation: ox-settle .4s;
}
.ox-source .ox-used { background: var(--ox-used); padding: .05em 0; border-radius: 3px;
  border-bottom: 1px solid color-mix(in srgb, var(--ox-accent) 45%, transparent); }
.ox-source mark { font-weight: 600; }
/* The selected sentence is where the reader starts: by the property made for it, and in other
   browsers by snapping to it for a moment. */
.ox-source .ox-here { display: inline-block; width: 1px; height: 1em;
  scroll-initial-target: nearest; scroll-snap-align: center; }
@keyframes ox-settle { from, 99% { scroll-snap-type: y mandatory; } to { scroll-snap-type: none; } }
.ox-source:focus-visible { outline: 2px solid var(--ox-accent); outline-offset: 2px; }

.ox-card { display: grid; gap: .55rem; }
.ox-card dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1rem; }
.ox-card dt { color: var(--ox-soft); }
.ox-card dd { margin: 0; }
.ox-sides { display: flex; justify-content: space-between; flex-wrap: wrap; gap: .3rem;
  color: var(--ox-soft); }
.ox-gaps { display: grid; gap: .7rem; }
.ox-empty { border: 1px dashed var(--ox-line); border-radius: 10px; padding: 1.6rem 1.4rem; }
.ox-empty h2 { font-size: 1.15rem; font-weight: 650; }
.ox-empty ul { margin-top: .6rem; padding-left: 1.1rem; list-style: disc; display: grid;
  gap: .3rem; }

[class*="st-key-card-"] summary p { font-size: .95rem; line-height: 1.5; }
[class*="st-key-claim-"] button {
  justify-content: flex-start; text-align: left; padding: .15rem .5rem; margin-left: -.5rem;
  width: calc(100% + .5rem); border-radius: 6px; min-height: 0;
}
[class*="st-key-claim-"] button > div { justify-content: flex-start; }
[class*="st-key-claim-"] button p { text-align: left; line-height: 1.5; font-size: .95rem; }
.ox-plain { font-size: .95rem; padding: .15rem 0; }
.ox-said { padding: .2rem 0 .5rem; font-size: .925rem; display: grid; gap: .2rem; }
[class*="st-key-claim-"] button:hover { background: var(--ox-panel); }
[class*="st-key-claim-on-"] button { background: var(--ox-panel);
  box-shadow: inset 3px 0 0 var(--ox-accent); }
[class*="st-key-claims-"] { gap: .1rem; }
div:has(> .st-key-source-pane) { position: sticky; top: 4.5rem; }
.st-key-generate button p, .st-key-generate button span { color: light-dark(#FFFFFF, #0B1220); }
@media (max-width: 640px) {
  .ox-card dl, .ox-facts { grid-template-columns: 1fr; gap: 0; }
  .ox-card dd, .ox-facts dd { margin-bottom: .45rem; }
}
@media (prefers-reduced-motion: reduce) { .ox-source { animation-duration: .01s; } }
</style>
"""
