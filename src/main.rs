fn main() {
    let d = opportunity_areas::dataset::Dataset::bundled();
    println!("{}", d.references().count());
    if let Some(f) = std::env::args().nth(1) {
        match opportunity_areas::dataset::Dataset::from_file(f.as_ref()) {
            Ok(_) => println!("ok"),
            Err(e) => eprintln!("{e}"),
        }
    }
}
