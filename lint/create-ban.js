import { importVisitor } from "./import-visitor.js";
import { isIn, isTest, pathOf } from "./path-of.js";

/** The rule for one line of `bans` in boundaries.js. */
export function createBan(ban) {
  return {
    create(context) {
      const file = pathOf(context);
      const isFree = ban.allowedIn.some((place) => isIn(file, place)) || (isTest(file) && !ban.testsToo);
      if (isFree || (ban.within && !ban.within.some((place) => isIn(file, place)))) return {};
      const report = (node) => context.report({ node, message: ban.instead });
      return {
        ...importVisitor((found) => {
          if (ban.imports?.some((banned) => isBannedImport(banned, found))) report(found.node);
        }),
        Identifier(node) {
          if (ban.globals?.includes(node.name) && isGlobalUse(context, node)) report(node);
        },
        MemberExpression(node) {
          if (ban.members?.some((member) => isMember(node, member)) || ban.globals?.some((name) => isGlobalMember(node, name))) report(node);
        },
        CallExpression(node) {
          if (ban.methods?.some((method) => isMethodCall(node.callee, method))) report(node);
        },
        VariableDeclarator(node) {
          if (isTakenApart(node, ban)) report(node);
        },
      };
    },
  };
}

function isBannedImport(banned, { specifier, isType, names }) {
  if (isType && !banned.types) return false;
  if (specifier !== banned.from && !specifier.startsWith(`${banned.from}/`)) return false;
  return banned.names === undefined || names.some((name) => banned.names.includes(name));
}

/** A use of the global, not of something of ours with its name, nor a property's name. */
function isGlobalUse(context, node) {
  for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) {
    const reference = scope.references.find((each) => each.identifier === node);
    if (reference) return !reference.resolved || reference.resolved.defs.length === 0;
  }
  return false;
}

function isGlobalMember(node, name) {
  return propertyOf(node) === name && node.object.type === "Identifier" && ["globalThis", "window", "self"].includes(node.object.name);
}

function isMember(node, member) {
  const [object, property] = member.split(".");
  return propertyOf(node) === property && lastNameOf(node.object) === object;
}

function isMethodCall(callee, { on, name }) {
  return callee.type === "MemberExpression" && propertyOf(callee) === name && (on === undefined || lastNameOf(callee.object) === on);
}

/** `const { open } = runtime.vault`: the same thing by another way. */
function isTakenApart(node, ban) {
  if (node.id.type !== "ObjectPattern" || !node.init) return false;
  const from = lastNameOf(node.init);
  const names = node.id.properties.flatMap((each) => (each.type === "Property" && !each.computed ? [each.key.name ?? each.key.value] : []));
  const banned = [...(ban.methods ?? []).map(({ on, name }) => [on, name]), ...(ban.members ?? []).map((member) => member.split("."))];
  return banned.some(([on, name]) => names.includes(name) && (on === undefined || on === from));
}

/** `vault` of `vault`, `ctx.runtime.vault` and `this.#vault`. */
function lastNameOf(node) {
  if (node.type === "ChainExpression" || node.type === "TSNonNullExpression") return lastNameOf(node.expression);
  return node.type === "MemberExpression" ? propertyOf(node) : node.name;
}

function propertyOf(node) {
  if (!node.computed) return node.property.name;
  return node.property.type === "Literal" ? node.property.value : undefined;
}
