/** White, ink; what went and what came are told apart without colour too. */
export const diffStyle = `
:root{--ink:#1a1d21;--soft:#5b636d;--line:#d5dae0;--serif:"Songti SC","Source Han Serif SC","Noto Serif CJK SC","Noto Serif SC",SimSun,serif;--sans:system-ui,"PingFang SC","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
*{box-sizing:border-box}
body{margin:0 auto;max-width:66rem;padding:1.5rem 1.25rem 4rem;color:var(--ink);background:#fff;font:15px/1.65 var(--sans);overflow-wrap:anywhere}
h1{font:600 1.35rem/1.4 var(--serif);margin:0}
h2{font:600 1.1rem/1.5 var(--serif);margin:2.2rem 0 .6rem;border-bottom:1px solid var(--ink);padding-bottom:.2rem}
h3{font-size:.87rem;color:var(--soft);font-weight:600;margin:1.1rem 0 .1rem}
.count,.file{color:var(--soft);font-size:.87rem;font-weight:400;font-family:var(--sans)}
dl{margin:.6rem 0 0}dl div{display:flex;gap:.8rem}dt{color:var(--soft);min-width:2em}dd{margin:0}
.scroll{overflow-x:auto}:focus-visible{outline:2px solid #1f5fa8;outline-offset:2px}
table{border-collapse:collapse;width:100%;min-width:34rem;font-size:.87rem;line-height:1.45;margin:.7rem 0 1.3rem}
caption{caption-side:top;text-align:left;font-weight:600;padding:0 0 .25rem}
th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:baseline;font-weight:400}
thead th{color:var(--soft);font-size:.8rem}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums lining-nums}
article p{margin:0;font-family:var(--serif);line-height:1.9}
del{color:#9f2018;background:#fdeeed;text-decoration-thickness:1px}
ins{color:#175c37;background:#e9f5ee;text-decoration:underline;text-underline-offset:.2em}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{@page{size:A4;margin:18mm 16mm}body{padding:0;font-size:10pt}tr,article{break-inside:avoid}thead{display:table-header-group}h2,h3,caption{break-after:avoid}.scroll{overflow:visible}del,ins{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
`.trim();
