/** White, ink, one accent; three signs for a figure's state that work without colour. */
export const style = `
:root{--ink:#1a1d21;--soft:#5b636d;--line:#dfe3e8;--faint:#f6f7f9;--accent:#1f5fa8;--good:#1d6b42;--bad:#b3261e;--badpaper:#fdeeed;--open:#69707a;--warn:#8a5a00;
--serif:"Songti SC","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif;--sans:system-ui,"PingFang SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;color:var(--ink);background:#fff;font:15px/1.6 var(--sans);-webkit-text-size-adjust:100%}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:#fff;z-index:9;padding:.3rem .6rem}
header{padding:1.25rem 1.5rem 1rem;border-bottom:1px solid var(--line)}
header h1{font:600 1.35rem/1.4 var(--serif);margin:0}
header p{margin:.25rem 0 0;color:var(--soft);font-size:.87rem}
header .verdict{color:var(--ink);font-size:1rem;font-weight:600}
header .verdict.errors{color:var(--bad)}header .verdict.clean{color:var(--good)}header .verdict.warnings{color:var(--warn)}
header .print{float:right;margin-left:1rem}
button.plain{font:inherit;font-size:.87rem;color:var(--accent);background:#fff;border:1px solid var(--line);border-radius:4px;padding:.2rem .7rem;cursor:pointer}
.layout{display:grid;grid-template-columns:13rem minmax(0,1fr) 24rem;align-items:start}
nav,aside{position:sticky;top:0;max-height:100vh;overflow:auto;font-size:.87rem;scrollbar-width:thin}
nav{padding:1.1rem .75rem 2rem 1.5rem}
nav h2,aside h2{font-size:.87rem;margin:0 0 .5rem;color:var(--soft);font-weight:600}
nav ul{list-style:none;margin:0;padding:0}nav li{margin:0 0 .15rem}
nav a{display:block;padding:.15rem .3rem;color:var(--ink);text-decoration:none;border-radius:3px;line-height:1.4}
nav a:hover{background:var(--faint)}nav .bad{color:var(--bad);font-variant-numeric:tabular-nums;white-space:nowrap}
main{padding:1rem 1.75rem 4rem;border-left:1px solid var(--line);border-right:1px solid var(--line);min-width:0;font-family:var(--serif)}
aside{padding:1rem 1.25rem 2rem;height:100vh}
.part{margin:0 0 2.25rem;content-visibility:auto;contain-intrinsic-size:auto 30rem}
.part h3{font:600 1.06rem/1.5 var(--serif);margin:0 0 .3rem;text-wrap:balance}
.part h4{font-size:.94rem;margin:.8rem 0 .2rem}
.text p,.text li,.text dd{line-height:1.85;margin:.35rem 0;overflow-wrap:anywhere}.text ul{padding-left:1.3rem}.text dt{font-weight:600;margin-top:.7rem}.text dd{margin-left:0}
.cover{margin-bottom:1.5rem}.cover p{margin:.1rem 0;color:var(--soft)}
.contents ol{list-style:none;margin:.3rem 0 0;padding:0 0 0 1rem;font-size:.87rem}.contents li{display:flex;gap:.5rem;justify-content:space-between}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.84rem;line-height:1.4}
caption{caption-side:top;text-align:right;color:var(--soft);font:.8rem/1.6 var(--sans);padding:0 0 .2rem}
th,td{border-bottom:1px solid var(--line);padding:.22rem .5rem;text-align:left;vertical-align:baseline;font-weight:400}
thead th{font:600 .8rem/1.35 var(--sans);text-align:center;border-top:1px solid var(--ink);vertical-align:middle;background:#fff;max-width:9em}
thead tr+tr th{border-top:0}thead tr:last-child th{border-bottom:1px solid var(--ink)}
tbody tr:last-child>*{border-bottom:1px solid var(--ink)}
tbody th{min-width:9em;max-width:22em;overflow-wrap:anywhere}
td.n{text-align:right;white-space:nowrap}td.c{font-variant-numeric:tabular-nums;color:var(--soft);font-family:var(--sans);font-size:.8rem}
th.l0{font-weight:600}th.l2{padding-left:1.4rem}th.l3{padding-left:2.3rem}
tbody tr:hover{background:var(--faint)}
.note{font-size:.8rem;color:var(--soft);margin:.3rem 0 0}
.f{text-decoration:none;font:inherit;font-family:var(--sans);font-variant-numeric:tabular-nums lining-nums;border:0;background:none;padding:0 1.05em 0 .15em;margin:0;cursor:pointer;position:relative;border-radius:3px;color:var(--ink);white-space:nowrap;line-height:inherit}
.f::after{position:absolute;right:.1em;font-size:.72em;line-height:1;top:.45em}
.v{color:var(--good)}.v::after{content:"✓"/"";opacity:.7}
.x{color:var(--bad);background:var(--badpaper);font-weight:600;box-shadow:inset 0 -2px var(--bad)}.x::after{content:"✕"/"";font-weight:700}
.u{color:var(--open)}.u::after{content:"○"/""}
.f:hover{background:#e8f0f9}.f.on{background:var(--accent);color:#fff;box-shadow:none}.f.near{background:#e3edf8;box-shadow:inset 0 -1px var(--accent)}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.82rem;margin-top:.4rem;padding:0;list-style:none}
.legend .f{cursor:default;padding:0}.legend .f::after{position:static;margin-right:.35em;font-size:1em}.legend .f.x{background:none;box-shadow:none}
.legend b{font-weight:600;font-variant-numeric:tabular-nums}
.mark{font:600 .75rem/1 var(--sans);text-decoration:none;border:1px solid;border-radius:3px;padding:.05rem .25rem;margin-right:.35rem;white-space:nowrap;vertical-align:.1em}
.error{color:var(--bad)}.warning{color:var(--warn)}.info{color:var(--open)}
:target:not(.f):not(section):not(li):not(details){background:#fff8dc}
.sheet{border-bottom:1px solid var(--line);margin:0;padding:.35rem 0;contain-intrinsic-size:auto 2rem}.sheet[open]{padding-bottom:1.5rem}
.sheet summary,.contents summary{cursor:pointer;font-weight:600;overflow-wrap:anywhere}
.sheet dl{font-size:.87rem}.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;margin:.4rem 0}.facts div{display:flex;gap:.4rem}
.sheet dt{color:var(--soft);white-space:nowrap}.sheet dd{margin:0;overflow-wrap:anywhere}
.texts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem .9rem}
.funds{width:auto;min-width:20rem}.indicators td,.indicators th{overflow-wrap:anywhere}
.indicators tbody th{min-width:8em}
.filters{margin:0 0 .6rem}.filters fieldset{border:0;padding:0;margin:0 0 .4rem;display:flex;flex-wrap:wrap;gap:.2rem .9rem}
.filters select{font:inherit;padding:.1rem .3rem;border:1px solid var(--line);border-radius:4px;background:#fff;color:inherit}
.count{color:var(--soft);font-variant-numeric:tabular-nums}.shown{margin:.3rem 0 0;color:var(--soft)}
.findings{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
.p{color:var(--ink);border-bottom:1px solid var(--line);padding:.6rem 0 .65rem .8rem;border-left:3px solid transparent;margin-left:-.8rem}
.p:target,.p.on{border-left-color:var(--accent);background:var(--faint)}
.p{content-visibility:auto;contain-intrinsic-size:auto 9rem}.p p{margin:.1rem 0;overflow-wrap:anywhere}.head b{font-weight:600}.p.error .head b{color:var(--bad)}.p.warning .head b{color:var(--warn)}
.head .no,.ref,.kind,.rule,.remedy,.noted{color:var(--soft)}.head .no{font-variant-numeric:tabular-nums}.kind{float:right}
.rule{font-size:.75rem}.noted{font-style:normal;border-left:2px solid var(--line);padding-left:.5rem}.waived .message{color:var(--soft)}
.alternatives{margin:.2rem 0;padding-left:1.1rem}.alternatives li{margin:.1rem 0}
.sign{display:inline-block;width:1.1em;text-align:center;font-weight:700}
#figure{border-bottom:1px solid var(--ink);margin:0 0 1rem;padding:0 0 .9rem}
#figure h2{display:flex;justify-content:space-between;align-items:center}
#figure:not(.open) .close{display:none}
#figure .hint{color:var(--soft);margin:0}
#figure .value{font-size:1.45rem;line-height:1.3;font-variant-numeric:tabular-nums;margin:0}
#figure .where{margin:.1rem 0;overflow-wrap:anywhere}#figure .state{margin:.1rem 0 .5rem;font-weight:600}
#figure h3{font-size:.82rem;margin:.7rem 0 .15rem;color:var(--soft);font-weight:600}
#figure ul{list-style:none;margin:0;padding:0}#figure li{display:grid;grid-template-columns:1.2em minmax(5.5em,auto) 1fr;gap:.35rem;align-items:baseline;padding:.08rem 0}
#figure li .num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}#figure li .at{overflow-wrap:anywhere;font-size:.8rem;color:var(--soft);line-height:1.4}
#figure li.me .num{font-weight:700}#figure .how{margin:.1rem 0;font-size:.8rem}
.page{margin:.5rem 0 .6rem}.pic{position:relative;overflow:hidden;border:1px solid var(--line);border-radius:3px;background:var(--faint);min-height:4rem}
.pic img{position:absolute;max-width:none;display:block}.frame{position:absolute;border:2px solid var(--bad);border-radius:3px;box-shadow:0 0 0 2px #fff}
.page figcaption{display:flex;justify-content:space-between;align-items:center;gap:.5rem;font-size:.8rem;color:var(--soft);margin-top:.25rem}.shown-page{margin:.3rem 0}
.year summary{cursor:pointer;font:600 1.06rem/1.5 var(--serif)}.year summary .count{font:.84rem/1.5 var(--sans)}.only{display:inline-block;margin:.4rem 0;font:.87rem/1.6 var(--sans)}
.changes{font-family:var(--sans)}.changes .group th{border-bottom:1px solid var(--ink);padding-top:.9rem;font-weight:600}.changes .unit{float:right;color:var(--soft);font-weight:400}
.changes td.n{font-variant-numeric:tabular-nums lining-nums}.changes .why{min-width:14em;max-width:30em;overflow-wrap:anywhere;font-size:.95em}.changes .why a{color:inherit}.changes [hidden]{display:none}
.good{color:var(--good)}.bad{color:var(--bad)}.unsure{color:var(--open)}
table.index td.n{font-variant-numeric:tabular-nums;font-family:var(--sans)}
main.index .comparison{margin-top:2rem;font-family:var(--sans);font-size:.87rem}main.index .comparison h2{font-size:1rem;margin:0 0 .4rem}main.index .comparison li{margin:.15rem 0}
.rules article{margin:0 0 1.2rem}.rules h4{margin:.5rem 0 .1rem}.rules p{margin:.1rem 0}
.folded{position:relative}.folded>.marks{position:absolute;right:0;top:.1rem;background:#fff}
main.index{border:0;max-width:70rem;margin:0 auto}
@media screen and (max-width:1279px){.layout{grid-template-columns:minmax(0,1fr) 22rem}nav{display:none}main{border-left:0}}
@media screen and (max-width:860px){.layout{display:flex;flex-direction:column;align-items:stretch}aside{position:static;order:-1;height:auto;max-height:none;padding:1rem;border-bottom:1px solid var(--line)}
main{padding:1rem;border:0}header{padding:1rem}header h1{font-size:1.15rem}
.problems{max-height:60vh;overflow:auto;padding-left:.8rem;margin-left:-.8rem}
#figure{display:none}#figure.open{display:block;position:fixed;left:0;right:0;bottom:0;z-index:5;background:#fff;max-height:52vh;overflow:auto;margin:0;padding:.8rem 1rem 1rem;border-top:2px solid var(--accent);border-bottom:0;box-shadow:0 -6px 24px #0002}
.texts{grid-template-columns:1fr}.texts dd{margin-bottom:.4rem}tbody th{min-width:7.5em;position:sticky;left:0;background:#fff}.f{padding-top:.2rem;padding-bottom:.2rem}header .print{display:none}}
@media print{nav,.skip,.filters>*:not(.shown),.left-out,#figure,.print,.shown-page,.only{display:none!important}.layout{display:flex;flex-direction:column}aside{position:static;order:-1;height:auto;max-height:none;padding:0;overflow:visible}main{border:0;padding:0}
header{padding:0 0 .6rem}body{font-size:10pt}.scroll{overflow:visible}.part,.p{content-visibility:visible}tr,.p{break-inside:avoid}thead{display:table-header-group}h2,h3,h4,dt,caption,.facts,.sheet summary,.year summary{break-after:avoid}.facts,.funds,thead{break-inside:avoid}tbody tr:first-child{break-before:avoid}table{font-size:8.5pt}
.problems{break-after:page;max-height:none;overflow:visible}.p[hidden]{display:none}a{color:inherit;text-decoration:none}.f{-webkit-print-color-adjust:exact;print-color-adjust:exact}.f[data-no]{padding-right:.15em}.f[data-no]::after{content:"✕" attr(data-no);position:static;vertical-align:.35em}@page{margin:15mm 13mm;@bottom-center{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#5b636d}}}
`.trim();
