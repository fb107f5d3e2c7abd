use engine::document::spec::{SpecIndex, SpecRegions};
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let n: usize = std::env::args().nth(2).and_then(|n| n.parse().ok()).unwrap_or(101);
    let regions = SpecRegions::default();
    let mut times: Vec<_> = (0..n).map(|_| { let t = std::time::Instant::now(); let i = SpecIndex::scan(&text, &regions); std::hint::black_box(&i); t.elapsed() }).collect();
    times.sort();
    println!("min {:?} p50 {:?} p99 {:?}", times[0], times[n / 2], times[n * 99 / 100]);
}
