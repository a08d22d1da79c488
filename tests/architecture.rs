//! The architecture: no import cycle between modules, and imports that point down the layers only.
//!
//! The modules and their imports are read from the tokens of `src`, without comments and without
//! `#[cfg(test)]` items. An import is any path to a module of the crate, in a `use` or in an
//! expression.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// The layers from the bottom up. Modules import from layers below their own, never from their own
/// or above.
const LAYERS: [&[&str]; 6] = [
    &["sort", "text"],
    &["dataset"],
    &["query"],
    &["command", "report"],
    &["tui", "dialogue"],
    &["cli"],
];

/// The layers within `dataset`, from the bottom up.
const DATASET_LAYERS: [&[&str]; 4] = [
    &["dataset::values"],
    &["dataset::format"],
    &["dataset::store"],
    &["dataset::load"],
];

#[test]
fn imports_have_no_cycle() {
    let imports = imports_of_src();
    assert!(imports.len() > 100, "only {} modules", imports.len());
    let cycles = cycles(&imports);
    assert!(cycles.is_empty(), "import cycles: {cycles:#?}");
}

#[test]
fn imports_point_down_the_layers() {
    let imports = imports_of_src();
    for layers in [&LAYERS[..], &DATASET_LAYERS[..]] {
        let wrong = upward_imports(&imports, layers);
        assert!(wrong.is_empty(), "wrong imports:\n{}", wrong.join("\n"));
    }
}

#[test]
fn every_module_of_the_crate_is_in_a_layer() {
    let known: Vec<&str> = LAYERS.concat();
    for module in imports_of_src().keys().filter(|module| !module.is_empty()) {
        let (top, _) = module.split_once("::").unwrap_or((module, ""));
        assert!(known.contains(&top), "add `{top}` to a layer");
    }
}

/// A made-up crate, to try the checks on.
const SAMPLE: [(&str, &str); 8] = [
    (
        "lib.rs",
        "pub mod low; pub mod high; pub mod face; #[cfg_attr(unix, path = \"system/unix.rs\")] pub mod other;",
    ),
    ("low/mod.rs", "mod value; mod store; pub use store::Store;"),
    (
        "low/value.rs",
        "pub(in crate::low) struct Value; // crate::high\n#[cfg(test)] mod tests { use crate::high::High; }",
    ),
    (
        "low/store.rs",
        "use super::{value::{self, Value},}; pub struct Store(Value);",
    ),
    (
        "high.rs",
        "use crate::{low::Store}; pub struct High(Store);",
    ),
    (
        "face/mod.rs",
        "mod view; use crate::high::High; pub struct Face; pub fn show() { view::render() }",
    ),
    (
        "face/view.rs",
        "pub fn render() { println!(\"{:?}\", crate::low::Store::new()) }",
    ),
    ("system/unix.rs", "use crate::low::*;"),
];

const SAMPLE_LAYERS: [&[&str]; 3] = [&["low"], &["high"], &["face", "other"]];

/// Checks the made-up crate with one file replaced, and returns its cycles and wrong imports.
fn check_sample(changed: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let imports = imports(&|path| {
        let (_, original) = SAMPLE.iter().find(|(name, _)| *name == path)?;
        Some(if path == changed { text } else { original }.to_string())
    });
    (cycles(&imports), upward_imports(&imports, &SAMPLE_LAYERS))
}

#[test]
fn sound_crate_passes() {
    assert_eq!(check_sample("", ""), (Vec::new(), Vec::new()));
}

#[test]
fn cycles_are_found() {
    let none = Vec::<String>::new();
    let (found, wrong) = check_sample("low/value.rs", "use super::Store; pub struct Value;");
    assert_eq!(found, ["low → low::store → low::value → low"]);
    assert_eq!(wrong, none);
    // A path in an expression, inside a macro, is an import as well.
    let (found, _) = check_sample("face/view.rs", "fn f() { vec![super::show()]; }");
    assert_eq!(found, ["face → face::view → face"]);
}

#[test]
fn wrong_imports_are_found() {
    let (found, wrong) = check_sample("low/value.rs", "use crate::{high::{self as top}};");
    assert_eq!(found, ["high → low → low::store → low::value → high"]);
    assert_eq!(wrong, ["low::value → high"]);
    let (found, wrong) = check_sample("face/view.rs", "use crate::other;");
    assert_eq!(found, Vec::<String>::new());
    assert_eq!(wrong, ["face::view → other"]);
}

/// Every module, without the leading `crate`, with the modules that it imports from.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// Reads the modules of `src/lib.rs`.
fn imports_of_src() -> Imports {
    imports(&|path| fs::read_to_string(format!("{}/src/{path}", env!("CARGO_MANIFEST_DIR"))).ok())
}

/// Reads the modules of a crate. `read` returns the text of a file in `src`.
fn imports(read: &dyn Fn(&str) -> Option<String>) -> Imports {
    let mut modules = BTreeMap::new();
    let root = read("lib.rs").expect("every crate has its root");
    collect_modules(read, String::new(), "", &root, &mut modules);
    let resolve = |(module, tokens): (&String, &Vec<TokenTree>)| {
        let mut paths = Vec::new();
        collect_paths(tokens, &mut paths);
        let targets = paths.iter().filter_map(|path| {
            let absolute = absolute_path(module, path, &modules)?;
            // The longest beginning of the path that is a module; what follows is an item of it.
            (0..=absolute.len())
                .rev()
                .map(|length| absolute[..length].join("::"))
                .find(|prefix| modules.contains_key(prefix))
        });
        (
            module.clone(),
            targets.filter(|target| target != module).collect(),
        )
    };
    modules.iter().map(resolve).collect()
}

/// Adds a module and those that it declares to `modules`, each with its tokens.
fn collect_modules(
    read: &dyn Fn(&str) -> Option<String>,
    module: String,
    folder: &str,
    text: &str,
    modules: &mut BTreeMap<String, Vec<TokenTree>>,
) {
    let stream: TokenStream = text
        .parse()
        .unwrap_or_else(|error| panic!("`{module}` is not Rust: {error}"));
    let tokens = without_tests(stream);
    for (position, window) in tokens.windows(3).enumerate() {
        let [
            TokenTree::Ident(keyword),
            TokenTree::Ident(name),
            TokenTree::Punct(end),
        ] = window
        else {
            continue;
        };
        if keyword != "mod" || end.as_char() != ';' {
            continue;
        }
        let path = format!("{folder}{name}");
        let child = if module.is_empty() {
            name.to_string()
        } else {
            format!("{module}::{name}")
        };
        let mut files = named_files(&tokens[..position]);
        if files.is_empty() {
            files = vec![format!("{name}.rs"), format!("{name}/mod.rs")];
        }
        // A module may have a file for each platform.
        let texts: Vec<String> = files
            .iter()
            .filter_map(|file| read(&format!("{folder}{file}")))
            .collect();
        assert!(!texts.is_empty(), "`{child}` has no file");
        let text = texts.join("\n");
        collect_modules(read, child, &format!("{path}/"), &text, modules);
    }
    modules.insert(module, tokens);
}

/// Returns the files that `#[path = "…"]` attributes name, which end the tokens before a `mod`.
fn named_files(mut tokens: &[TokenTree]) -> Vec<String> {
    // Between them may be `pub` or `pub(crate)`.
    if let [before @ .., TokenTree::Group(scope)] = tokens
        && scope.delimiter() == Delimiter::Parenthesis
    {
        tokens = before;
    }
    if let [before @ .., TokenTree::Ident(word)] = tokens
        && word == "pub"
    {
        tokens = before;
    }
    let attributes = tokens.rchunks(2).map_while(|pair| match pair {
        [TokenTree::Punct(sign), TokenTree::Group(group)] if sign.as_char() == '#' => {
            Some(group.stream().to_string())
        }
        _ => None,
    });
    attributes
        .filter_map(|attribute| {
            let (_, path) = attribute.split_once("path = \"")?;
            Some(path.split('"').next()?.to_string())
        })
        .collect()
}

/// Removes items with an attribute such as `#[cfg(test)]`.
fn without_tests(stream: TokenStream) -> Vec<TokenTree> {
    let mut tokens = stream.into_iter().peekable();
    let mut kept = Vec::new();
    while let Some(token) = tokens.next() {
        let attribute = match (&token, tokens.peek()) {
            (TokenTree::Punct(sign), Some(TokenTree::Group(group))) if sign.as_char() == '#' => {
                group.stream().to_string()
            }
            _ => String::new(),
        };
        let words: Vec<&str> = attribute
            .split(|character: char| !character.is_alphanumeric() && character != '_')
            .filter(|word| !word.is_empty())
            .collect();
        if words.first() == Some(&"cfg") && words.contains(&"test") && !words.contains(&"not") {
            // The item ends with a semicolon or with its block.
            for token in tokens.by_ref().skip(1) {
                let is_end = match &token {
                    TokenTree::Punct(sign) => sign.as_char() == ';',
                    TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                    _ => false,
                };
                if is_end {
                    break;
                }
            }
            continue;
        }
        kept.push(match token {
            TokenTree::Group(group) => {
                let inner = without_tests(group.stream()).into_iter().collect();
                TokenTree::Group(Group::new(group.delimiter(), inner))
            }
            other => other,
        });
    }
    kept
}

/// Adds all paths in the tokens to `paths`; those of a `use` group one by one.
fn collect_paths(tokens: &[TokenTree], paths: &mut Vec<Vec<String>>) {
    let mut position = 0;
    while position < tokens.len() {
        match &tokens[position] {
            // The scope of `pub(in crate::dataset)` is not an import.
            TokenTree::Ident(word) if word == "pub" => {
                let has_scope = matches!(tokens.get(position + 1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
                position += if has_scope { 2 } else { 1 };
            }
            TokenTree::Ident(_) => {
                let is_use = position > 0
                    && matches!(&tokens[position - 1], TokenTree::Ident(word) if word == "use");
                let first = paths.len();
                position = collect_path(tokens, position, &[], paths);
                // One word alone is the name of anything, such as a variable, except after `use`.
                if !is_use && paths.last().is_some_and(|path| path.len() == 1) {
                    paths.truncate(first);
                }
            }
            TokenTree::Group(group) => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                collect_paths(&inner, paths);
                position += 1;
            }
            _ => position += 1,
        }
    }
}

/// Adds the path that starts at `position`, after the segments in `prefix`. Returns the position
/// after it.
fn collect_path(
    tokens: &[TokenTree],
    mut position: usize,
    prefix: &[String],
    paths: &mut Vec<Vec<String>>,
) -> usize {
    let mut path = prefix.to_vec();
    while let Some(TokenTree::Ident(segment)) = tokens.get(position) {
        path.push(segment.to_string());
        position += 1;
        let is_sign = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
        if !(is_sign(position) && is_sign(position + 1)) {
            break;
        }
        position += 2;
        if let Some(TokenTree::Group(group)) = tokens.get(position) {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let entries = inner
                .split(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ','));
            // Nothing follows the last comma.
            for entry in entries.filter(|entry| !entry.is_empty()) {
                collect_path(entry, 0, &path, paths);
            }
            return position + 1;
        }
    }
    paths.push(path);
    position
}

/// Resolves a path in a module to one from the root of the crate, or `None` for a path out of the
/// crate.
fn absolute_path(
    module: &str,
    path: &[String],
    modules: &BTreeMap<String, Vec<TokenTree>>,
) -> Option<Vec<String>> {
    let mut base: Vec<String> = module
        .split("::")
        .filter(|segment| !segment.is_empty())
        .map(str::to_string)
        .collect();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            base.clear();
            rest = &path[1..];
        }
        "self" => rest = &path[1..],
        "super" => {
            while rest.first().is_some_and(|segment| segment == "super") {
                base.pop();
                rest = &rest[1..];
            }
            // An item of the root, from one of its modules.
            if base.is_empty() && rest.is_empty() {
                return None;
            }
        }
        first => {
            let child = base.iter().map(String::as_str).chain([first]);
            let child = child.collect::<Vec<_>>().join("::");
            modules.contains_key(&child).then_some(())?;
        }
    }
    base.extend(rest.iter().filter(|segment| *segment != "self").cloned());
    Some(base)
}

/// Returns a shortest cycle for each group of modules that import each other in a circle.
fn cycles(imports: &Imports) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut cycles = Vec::new();
    for start in imports.keys() {
        if seen.contains(start) {
            continue;
        }
        if let Some(cycle) = shortest_cycle(imports, start) {
            seen.extend(cycle.iter().cloned());
            cycles.push(cycle.join(" → "));
        }
    }
    cycles
}

/// Searches, breadth first, for the shortest way from a module back to itself.
fn shortest_cycle(imports: &Imports, start: &str) -> Option<Vec<String>> {
    let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(module) = queue.pop_front() {
        for target in &imports[module] {
            if target == start {
                let mut cycle = vec![start.to_string(), module.to_string()];
                while cycle.last().is_some_and(|last| last != start) {
                    cycle.push(came_from[cycle[cycle.len() - 1].as_str()].to_string());
                }
                cycle.reverse();
                return Some(cycle);
            }
            if !came_from.contains_key(target.as_str()) {
                came_from.insert(target, module);
                queue.push_back(target);
            }
        }
    }
    None
}

/// Returns the imports that do not point to a lower layer. Modules outside of the layers may import
/// from anywhere.
fn upward_imports(imports: &Imports, layers: &[&[&str]]) -> Vec<String> {
    let layer_of = |module: &str| {
        layers.iter().enumerate().find_map(|(layer, names)| {
            let name = names.iter().find(|name| {
                module
                    .strip_prefix(**name)
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
            })?;
            Some((layer, *name))
        })
    };
    let mut wrong = Vec::new();
    for (module, targets) in imports {
        for target in targets {
            if let (Some((from, name)), Some((to, target_name))) =
                (layer_of(module), layer_of(target))
                && name != target_name
                && to >= from
            {
                wrong.push(format!("{module} → {target}"));
            }
        }
    }
    wrong
}
