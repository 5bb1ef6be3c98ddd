/** Colours of the streams: a source keeps its colour; what was carried over is hatched as well. */
const streams = `
.stream:not(.hatched){fill-opacity:.4}.stream.s-class{fill:#9fb3c8}
.stream:hover{fill-opacity:.7}
.bar.s-class{fill:#37424f}
.s-general{fill:#1f5fa8}.s-fiscal{fill:#1f5fa8}.s-governmentFund{fill:#0f7b74}.s-stateCapital{fill:#6b4ea0}
.s-fiscalAccount{fill:#9a6700}.s-unitFunds,.s-serviceIncome,.s-businessIncome,.s-superiorGrant,.s-affiliatedRemittance,.s-otherIncome{fill:#a4501f}
.s-carriedOver{fill:#5b636d}.s-open{fill:#8a929b}
.s-basic{fill:#37424f}.s-project{fill:#b3502b}.s-business{fill:#9a6700}.s-toSuperior,.s-toAffiliated{fill:#6b4ea0}
.hatch-paper{fill:#f0f2f4}.hatch-line{fill:#aab2bb}
.sankey text{font:13px/1.2 var(--sans,system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif);fill:#1a1d21;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.sankey .sum{font-size:12px;fill:#4d555f;font-variant-numeric:tabular-nums}
`;

/** The style of a chart that stands for itself: no variables, no classes of a page around it. */
export const chartStyle = `${streams.replaceAll('.sankey ', '').replace('var(--sans,system-ui', 'system-ui').replace('sans-serif)', 'sans-serif')}
text{font:13px system-ui,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.chart-title{font-weight:600;font-size:17px}.chart-source{font-size:11px;fill:#5b636d}a{cursor:pointer}`;

/** The one style sheet of the portal: white, ink, one accent; phones first; a proper document in print. */
export const style = `
:root{color-scheme:light;--ink:#1a1d21;--soft:#59616b;--line:#dde1e6;--faint:#f5f7f9;--accent:#1f5fa8;--good:#1d6b42;--bad:#b3261e;--badpaper:#fdeeed;--open:#646b75;--warn:#8a5a00;
--serif:"Songti SC","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif;--sans:system-ui,"PingFang SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;color:var(--ink);background:#fff;font:16px/1.7 var(--sans);overflow-wrap:anywhere;line-break:strict}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:3px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
main:focus{outline:0}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;left:-99em}.skip:focus{left:1rem;top:.5rem;background:#fff;z-index:9;padding:.3rem .6rem}
header.site,footer.site,main,.crumbs,.tabs{padding-left:max(1rem,env(safe-area-inset-left),calc(50vw - 34rem));padding-right:max(1rem,env(safe-area-inset-right),calc(50vw - 34rem))}
header.site{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem 1.25rem;padding-top:.7rem;padding-bottom:.7rem;border-bottom:1px solid var(--line);font-size:.94rem}
.brand{font:600 1.06rem/1.4 var(--serif);color:var(--ink);text-decoration:none}
header.site nav{display:flex;gap:1.1rem;flex-wrap:wrap}
header.site nav a{color:var(--ink);text-decoration:none;padding:.15rem 0}header.site nav a:hover{text-decoration:underline}
.find{display:flex;flex:1 1 14rem;order:3;min-width:0;width:100%}
input[type=search]{font:inherit;flex:1;min-width:0;border:1px solid #7b838d;border-right:0;border-radius:4px 0 0 4px;padding:.35rem .7rem;background:#fff;color:var(--ink);-webkit-appearance:none;appearance:none}
button,.button{font:inherit;border:1px solid var(--accent);background:var(--accent);color:#fff;border-radius:4px;padding:.35rem .9rem;cursor:pointer;text-decoration:none;display:inline-block}
form button{border-radius:0 4px 4px 0}
button.plain{background:#fff;color:var(--accent);border-color:var(--line);font-size:.87rem;padding:.15rem .6rem;border-radius:4px}
.crumbs{padding-top:.7rem;font-size:.87rem}.crumbs ol{list-style:none;display:flex;flex-wrap:wrap;gap:0 .5rem;margin:0;padding:0}
.crumbs li+li::before{content:"/"/"";color:#9aa1aa;margin-right:.5rem}.crumbs a{color:var(--soft);text-decoration:none;display:inline-block;padding:.1rem 0}.crumbs a:hover{text-decoration:underline}
main{padding-top:.6rem;padding-bottom:3rem}
h1{font:600 1.55rem/1.4 var(--serif);margin:.3rem 0 .6rem;text-wrap:balance}
h1 .when{white-space:nowrap;font-weight:400}
h2{font:600 1.19rem/1.5 var(--serif);margin:2.4rem 0 .6rem;text-wrap:balance}
h3{font:600 1rem/1.5 var(--sans);margin:1.6rem 0 .4rem}
p{margin:.5rem 0}
.over{margin:.6rem 0 0;color:var(--soft);font-size:.94rem}.over+h1{margin-top:.1rem}
.tag{display:inline-block;font:400 .78rem/1.5 var(--sans);border:1px solid var(--line);border-radius:3px;padding:0 .4rem;color:var(--soft);white-space:nowrap;vertical-align:.1em}
.lead{font:1.12rem/1.95 var(--serif);max-width:44rem}
.lead strong{font-weight:600}.lead strong a{font-size:1.3em;line-height:1.3}
.lead a.quiet{color:inherit;text-decoration-style:dotted}
.amount{white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
.hint,.note,.meta,figcaption{color:var(--soft);font-size:.9rem;line-height:1.65;max-width:46rem}.meta{font-size:.87rem}
.quality{border-left:3px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:1.2rem 0;font-size:.92rem;max-width:46rem}.quality p{margin:0}
.state{white-space:nowrap;margin-right:.45rem}.state.v{color:var(--good)}.state.x{color:var(--bad)}.state.u{color:var(--open)}.bad{color:var(--bad);white-space:nowrap}
.warning,.locked,.versions{border-left:3px solid var(--warn);padding:.2rem 0 .2rem .9rem;font-size:.94rem;max-width:46rem}.locked{border-color:var(--accent)}.versions{border-color:var(--line)}.versions.old{border-color:var(--bad)}
.tabs{border-bottom:1px solid var(--line);margin-top:.5rem;overflow-x:auto;scrollbar-width:none}
.tabs ul{display:flex;list-style:none;margin:0;padding:0;gap:1.15rem}
.tabs a{display:block;padding:.45rem 0;white-space:nowrap;color:var(--soft);text-decoration:none;border-bottom:2px solid transparent}
.tabs a:hover{color:var(--ink)}.tabs [aria-current]{color:var(--ink);font-weight:600;border-bottom-color:var(--accent)}
.count{font-size:.82em;color:var(--soft);font-variant-numeric:tabular-nums;font-weight:400}
.scroll+.scroll{margin-top:1rem}.scroll{overflow-x:auto;position:relative;max-width:100%;-webkit-overflow-scrolling:touch}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5}
caption{caption-side:top;text-align:left;padding:0 0 .3rem;font-size:.87rem;color:var(--soft)}
.published caption .unit{margin-left:1rem}.holds{white-space:nowrap}td.n+td,td.n+th,th.n+th.c-text{padding-left:1.2rem}
th,td{border-bottom:1px solid var(--line);padding:.34rem .55rem;text-align:left;vertical-align:baseline;font-weight:400}
th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;font-size:.84rem;line-height:1.4;border-top:1.5px solid var(--ink);border-bottom:1px solid var(--ink);vertical-align:bottom;color:var(--ink)}
tbody tr:last-child>*{border-bottom:1.5px solid var(--ink)}
tbody tr:hover{background:var(--faint)}
.data tbody th{min-width:7.5em;max-width:24em}.data thead th.c-text+th.c-text{min-width:5.5em}.data td.c-text{min-width:6.5em}td.brief,time{white-space:nowrap}.data .code{font:.82rem/1.5 ui-monospace,Menlo,Consolas,monospace;min-width:17em;word-break:break-all}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}thead th.n{white-space:normal;min-width:4.5em}
.data .l0>*{font-weight:600}.data td a.f{color:inherit}
.f{text-decoration:none;border-bottom:1px dotted #9aa5b1;font-variant-numeric:tabular-nums lining-nums}.f:hover{border-bottom:1px solid var(--accent);color:var(--accent)}
.line{display:block;width:100%;height:.36rem;margin:.1rem 0 .15rem}.line rect{fill:#7c9cc0}.line.negative rect{fill:var(--bad)}
.downloads{font-size:.87rem;color:var(--soft);margin:.45rem 0 0}.downloads a{margin-left:.4rem}
.more{margin:.7rem 0}
.chart{margin:0}.sankey{display:block;width:100%;height:auto}.sankey.wide{display:none}.sankey a{cursor:pointer}.sankey a:hover .name{fill:var(--accent);text-decoration:underline}.sankey .name{font-weight:500}
${streams}
figcaption{margin-top:.8rem}
details.under{margin:.7rem 0}summary{cursor:pointer;color:var(--accent);padding:.15rem 0}details.under[open]>summary{margin-bottom:.5rem}
ul.rewritten{list-style:none;margin:0;padding:0}ul.rewritten li{border-bottom:1px solid var(--line);padding:.4rem 0}ul.rewritten .over{margin:0}.rewritten .quote{margin:.2rem 0 .4rem;max-width:46rem}ins{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px;color:var(--good)}del{color:var(--bad)}
ul.changes{list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
ul.changes li{border-bottom:1px solid var(--line);padding:.6rem 0}
ul.changes p{margin:0}.what{font-weight:600;margin-right:.5rem}.by{white-space:nowrap;font-variant-numeric:tabular-nums;margin-right:.6rem}.from{display:inline-block;color:var(--soft);font-size:.87rem;font-variant-numeric:tabular-nums}
.up .by{color:#8a3b12}.down .by{color:#1f5fa8}.rate{color:var(--soft)}
.reason{font-size:.93rem;color:#333a43}.reason.none{color:var(--soft)}q{quotes:"“" "”"}.source{font-size:.84rem;margin-left:.4rem;white-space:nowrap}
.columns{display:grid;gap:0 3rem}
ul.plain{list-style:none;margin:0;padding:0}ul.plain li{padding:.28rem 0;border-bottom:1px solid var(--line)}ul.plain ul{padding-left:1rem}
.years{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.6rem}.chips{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.4rem}.chips a{display:inline-block;border:1px solid var(--line);border-radius:4px;padding:.2rem .6rem;text-decoration:none;font-size:.9rem}.chips [aria-current]{background:var(--accent);color:#fff;border-color:var(--accent)}
.empty{color:var(--soft);padding:1rem 0}
.legend{font-size:.87rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:0 .9rem;margin:.3rem 0 1rem}
/* published tables and text, printed as the department has them */
.published{font-family:var(--serif)}.published .part{margin:0 0 2rem}.published h3{font:600 1.06rem/1.5 var(--serif);margin:.4rem 0 .3rem}.published caption{text-align:right;font-family:var(--sans)}
.published table{font-size:.88rem}.published thead th{font-family:var(--sans);text-align:center;vertical-align:middle;border-top:0;min-width:4.6em;max-width:9em}.published thead tr:first-child th{border-top:1.5px solid var(--ink)}.published thead tr+tr th{border-top:0}
.published td.n{text-align:right}.published td.c{font:.82rem/1.5 var(--sans);color:var(--soft);font-variant-numeric:tabular-nums;white-space:nowrap}.published tbody th{min-width:8.5em;max-width:22em}
.published th,.published td{padding:.26rem .5rem}
th.l0{font-weight:600}.published th.l2{padding-left:1.4rem}.published th.l3{padding-left:2.4rem}
.published td:not(.c)+th{padding-left:1.2rem}.published td:not(.c)+th.l2{padding-left:2.1rem}.published td:not(.c)+th.l3{padding-left:3rem}
.published td:not(.n):not(.c):not(:empty){min-width:6em}.published .f{font-family:var(--sans);color:inherit;padding-right:.85em;position:relative;border-bottom-color:transparent;white-space:nowrap}.published .f:hover,.prose .f{border-bottom-color:#9aa5b1}
.published .f::after{position:absolute;right:0;top:.35em;font-size:.7em;line-height:1}.published .x{color:var(--bad);background:var(--badpaper);font-weight:600}.published .x::after{content:"✕"/""}.published .u::after{content:"○"/"";color:var(--open)}
.published .text p,.prose p,.prose li,.prose dd{line-height:1.95}.published .text p{margin:.5rem 0;text-indent:2em;max-width:46rem}.prose .f{padding-right:.1em}.prose .f.x,.prose .f.u{padding-right:.85em}.prose{max-width:46rem}
.published dt,.terms dt{font-weight:600;margin-top:.8rem}.published dd,.terms dd{margin:0}
.alone h3,.alone .self{display:none}.self{font:.84rem/1.6 var(--sans);margin:-1.5rem 0 2rem}
.onpage{font-size:.9rem;margin:0 0 1.6rem}.onpage ul{columns:18rem 3;column-gap:2rem}.onpage li{break-inside:avoid}
.steps{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;align-items:baseline;font-size:.94rem;margin:1rem 0}
:target{scroll-margin-top:1rem}article:target,li:target,tr:target,th:target,.published p:target{background:#fff6d6}
/* checks */
.meter svg{display:block;width:100%;height:.75rem}.m-v{fill:#3f8f66}.m-x{fill:var(--bad)}.m-u{fill:#c6ccd3}.meter ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin:.4rem 0 0;font-size:.92rem}.meter ul.plain li{border:0;padding:0}
.findings{padding-left:1.6rem;margin:0}.findings li{padding:.5rem 0;border-bottom:1px solid var(--line)}.findings li::marker{color:var(--soft)}.findings p{margin:.1rem 0}.sign{font-weight:700;margin-right:.35rem}.findings .error .sign{color:var(--bad)}.findings .warning .sign{color:var(--warn)}
li.warning{border-left:0;max-width:none;font-size:1rem}
.figures article{border-bottom:1px solid var(--line);padding:.75rem .2rem}
.figure h2{font:600 1.06rem/1.5 var(--sans);margin:0}.figure .num,.num{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap}.figure h2 .state{font-size:.84rem;font-weight:400;margin-left:.4rem}
.figure p{margin:.1rem 0}.where{font-size:.93rem}.quote{color:#333a43;font:.94rem/1.7 var(--serif)}
.relations{margin:.3rem 0 0;padding-left:1.1rem;font-size:.92rem}.relations ul{padding-left:1rem;list-style:none}.relations li{padding:.08rem 0;font-variant-numeric:tabular-nums}
.verdict a{color:inherit;text-decoration-style:dotted}.verdict{color:var(--bad);font-size:.93rem}.none{color:var(--soft);font-size:.9rem}
details.inline{display:inline}details.inline[open]>summary{color:var(--soft)}details.inline summary{display:inline}
.facts{display:flex;flex-wrap:wrap;gap:.1rem 1.8rem;font-size:.92rem;margin:.5rem 0}.facts div{display:flex;gap:.5rem}.facts dt{color:var(--soft);white-space:nowrap}.facts dd{margin:0}
.texts{max-width:46rem}
.quotes{padding-left:1.1rem}.quotes li{padding:.15rem 0}
/* the published file */
.file{border-top:1px solid var(--line);padding:.4rem 0 1rem}.file h2{margin:.6rem 0 .2rem;font-size:1.06rem}.hash{font:.78rem/1.6 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.pages{display:flex;flex-wrap:wrap;gap:.35rem;list-style:none;padding:0;margin:.6rem 0}.pages a{display:inline-block;border:1px solid var(--line);border-radius:3px;padding:.1rem .55rem;text-decoration:none;font-size:.87rem}
.paper{border:1px solid var(--line);background:#fff}.pagepicture{display:block;width:100%;min-width:44rem;height:auto}
.mark rect{fill:transparent;stroke:#7c9cc0;stroke-width:.5}.mark:hover rect,.mark:focus rect{fill:#1f5fa822;stroke:var(--accent);stroke-width:1}.mark.x rect{stroke:var(--bad);stroke-width:1.2}.mark:target rect{fill:#ffd60055;stroke:#b3261e;stroke-width:1.6}
.lines{font:.84rem/1.75 var(--sans);padding-left:3.6rem;margin:0}.lines li::marker{color:#8a929b;font-variant-numeric:tabular-nums}.lines li{white-space:pre-wrap;min-height:1.5em}
.printed{display:none}
/* a word and what it means: a popover needs no script; without popovers it shows while the word has the focus */
.term{font:inherit;color:inherit;background:none;border:0;border-radius:0;padding:0;cursor:help;text-decoration:underline dotted #7b838d 1px;text-underline-offset:4px;white-space:normal;text-align:inherit}.term:hover{color:var(--accent)}
.gloss{font:400 .93rem/1.7 var(--sans);text-align:left;white-space:normal;text-indent:0;color:var(--ink);background:#fff;border:1px solid #7b838d;border-radius:6px;box-shadow:0 6px 24px #0002;padding:.7rem .9rem;width:min(26rem,calc(100vw - 2rem));margin:0;inset:auto 1rem 1rem auto}
.gloss a{white-space:nowrap}
@supports (position-area:block-end){.gloss{inset:auto;margin:.3rem .6rem 0;position-area:block-end span-inline-end;position-try-fallbacks:flip-block,flip-inline,flip-block flip-inline}}
@supports not selector(:popover-open){.gloss{display:none;position:fixed;inset:auto 1rem 1rem auto;z-index:5}.term:focus+.gloss{display:block}}
.tree,.tree ul{list-style:none;margin:0;padding:0}.tree>li{border-top:1px solid var(--line);padding:.5rem 0}.tree ul{padding-left:1.1rem}.tree ul ul{border-left:1px solid var(--line);padding-left:.9rem;margin-left:.1rem}
.tree .branch{color:var(--soft);font-size:.92rem}.tree b.branch{color:var(--ink)}.leaf{padding:.12rem 0}.leaf .value{margin:0 .5rem;font-variant-numeric:tabular-nums}.leaf .state{white-space:normal;font-size:.87rem}
.how{margin:.5rem 0;font-size:.9rem}.unclear{font-size:.87rem;color:var(--soft)}
.ask{max-width:34rem}.ask fieldset{border:1px solid var(--line);border-radius:4px;margin:.6rem 0;padding:.5rem .9rem}.ask legend{font-size:.9rem;color:var(--soft);padding:0 .3rem}.choice{display:block;padding:.2rem 0}.ask textarea{font:inherit;width:100%;border:1px solid #7b838d;border-radius:4px;padding:.4rem .6rem}.ask button{border-radius:4px;padding:.5rem 1.2rem}
/* lists, search */
.hero{max-width:46rem;padding:1rem 0 .4rem}.hero h1{font-size:1.8rem}
form.big{display:grid;grid-template-columns:1fr auto;max-width:40rem;margin:1rem 0}form.big label{grid-column:1/-1;font-size:.87rem;color:var(--soft)}form.big input{padding:.55rem .8rem;font-size:1.06rem}
.found{color:var(--soft);margin:.2rem 0 .6rem}
.facets{border-bottom:1px solid var(--line);margin-bottom:1rem;padding-bottom:.5rem;font-size:.92rem}.facets>summary{font-weight:600}.facets h2{font:600 .87rem/1.5 var(--sans);margin:.8rem 0 .1rem;color:var(--soft)}
.facets li{border:0!important;padding:0!important}.facets a{display:block;padding:.18rem 0;text-decoration:none;color:var(--ink)}.facets a:hover{text-decoration:underline}.facets [aria-current]{font-weight:600;color:var(--accent)}.off{font-weight:400}
.chips+.sums{margin-top:.8rem}.sums{background:var(--faint);padding:.7rem 1rem;margin:0 0 1rem}.sums h2{font:600 .92rem/1.5 var(--sans);margin:0}.sums b{font-size:1.12rem;font-variant-numeric:tabular-nums}.sums ul.plain li{border:0;padding:.1rem 0}.sums .note{margin:.2rem 0 0}
.order{display:flex;flex-wrap:wrap;gap:.2rem .6rem;font-size:.9rem;margin:.2rem 0}.get{margin-left:auto}.get a{margin-left:.5rem}
.hits{list-style:none;margin:0;padding:0}.hits li{border-top:1px solid var(--line);padding:.55rem 0}.hits p{margin:.05rem 0}.hits .num{margin-left:.5rem;font-weight:600}.excerpt{font:.94rem/1.7 var(--serif);color:#333a43}mark{background:#fff0b3;color:inherit}
.examples{list-style:none;padding:0}.examples li{display:grid;gap:0 1.5rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
code,pre{font-family:ui-monospace,Menlo,Consolas,"Noto Sans CJK SC",monospace;font-size:.87rem}pre{background:var(--faint);padding:.7rem .9rem;overflow-x:auto;white-space:pre-wrap}
.copy{position:relative}p.copy{background:var(--faint);padding:.7rem .9rem;font-size:.93rem;max-width:46rem}.copy button{margin-left:.6rem}
footer.site{border-top:1px solid var(--line);padding-top:1rem;padding-bottom:2rem;font-size:.87rem;color:var(--soft)}footer.site p{margin:.2rem 0}
dialog{border:1px solid var(--line);border-radius:6px;box-shadow:0 6px 32px #0003;padding:1rem 1.2rem;width:min(34rem,calc(100vw - 2rem));max-height:80vh;overflow:auto}dialog::backdrop{background:#1a1d2140}dialog form{display:flex;justify-content:flex-end}dialog article{border:0!important}
.crop{display:block;width:100%;height:auto;border:1px solid var(--line);margin:.5rem 0}.crop rect{fill:#ffd60040;stroke:var(--bad);stroke-width:1}
.embedded{padding:.6rem}.embedded main{padding:0}
@media (min-width:44rem){
.sankey.wide{display:block}.sankey.narrow{display:none}
.find{order:0;width:auto;max-width:24rem;margin-left:auto}
h1{font-size:1.9rem}h2{font-size:1.31rem}.hero h1{font-size:2.2rem}
.lead{font-size:1.2rem}
.columns{grid-template-columns:1fr 1fr}
.results{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:0 2.5rem;align-items:start}.facets{border:0}
.examples li{grid-template-columns:16rem minmax(0,1fr)}
.barred tbody th{width:40%}
}
@media (max-width:43.99rem){
.data tbody th,.data thead th:first-child{position:sticky;left:0;background:#fff;z-index:1}
.data tbody th{min-width:9.5em;max-width:14em}
}
@media (forced-colors:active){.stream{fill-opacity:.6}.line rect,.bar{fill:CanvasText}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
@media print{
@page{size:A4;margin:18mm 16mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8pt;color:#59616b}}
.printed{display:block!important;font-size:8.5pt;color:#59616b;border-top:.5pt solid #9aa1aa;margin-top:1.5rem;padding-top:.3rem;overflow-wrap:anywhere}
body{font-size:10.5pt}header.site,.tabs,.crumbs,footer.site nav,.downloads,.more,.find,.steps,.self,.onpage,form,.source,.get,.facets,.copy button,.how,.unclear,.gloss{display:none!important}.term{display:contents;text-decoration:none}
main,footer.site{padding-left:0;padding-right:0}
a{color:inherit;text-decoration:none}.f{border:0}
h1{font-size:17pt}h2{font-size:13pt;margin-top:1.4rem}h2,h3,caption,h2+.hint,h3+.hint{break-after:avoid}tr,li,article,figure{break-inside:avoid}thead{display:table-header-group;break-after:avoid}tbody tr:first-child{break-before:avoid}tbody tr:nth-last-child(2){break-after:avoid}table.small{break-inside:avoid}
.scroll{overflow:visible}table{font-size:9pt}.sankey.wide{display:block}.sankey.narrow{display:none}
details.under::details-content{content-visibility:visible;display:block}details.under:not([open])>:not(summary){display:block}details.under>summary{display:none}.pagepicture{min-width:0}
.data tbody th{position:static}
}
`;
