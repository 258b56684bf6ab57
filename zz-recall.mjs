await import("#app/interpreted-schemas.ts");
const F="/work/main/tests/core/audit/figures/";
const { openDesks }=await import(F+"desks.ts"); const {evaluate}=await import(F+"evaluate.ts"); const {samplesOf}=await import(F+"samples.ts"); const {daysOf}=await import(F+"days.ts");
const desks=await openDesks();
const seeds=Number(process.argv[2]??1);
const only=process.argv[3];
for (const [w,k,n] of [["first-wordings","first","firstWordings"],["second-wordings","second","secondWordings"],["held-out-wordings","held out","heldOutWordings"]]) {
  const words=(await import(F+w+".ts"))[n];
  for (let s=0;s<seeds;s++){ const key=s===0?k:k+s; const o=evaluate([...samplesOf(desks,words,key,600),...daysOf(desks,words,key,40)]);
  const lines=o.report.split("\n"); console.log(k,s,lines[0]); if(only) for(const l of lines.slice(2)) if(new RegExp(only).test(l)) console.log("   ",l); }
}
