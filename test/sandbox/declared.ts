/** Holds a Graph answer to the types that Microsoft publishes. Every deviation is a line. */
export function deviations(
  value: unknown,
  typeName: string,
  contract: any,
  options: { extras?: readonly string[]; preferred?: boolean } = {},
  at = typeName,
): string[] {
  const collection = /^Collection\((.+)\)$/.exec(typeName)?.[1];
  if (collection !== undefined) {
    if (!Array.isArray(value)) return [`${at}: not a list`];
    return value.flatMap((item, index) => deviations(item, collection, contract, options, `${at}[${index}]`));
  }
  if (typeName.startsWith('Edm.')) return primitive(value, typeName, at);
  if (contract.enums[typeName]) return enumeration(value, contract.enums[typeName], options.preferred ?? false, at);
  if (!contract.types[typeName]) return [];
  if (typeof value !== 'object' || value === null) return [`${at}: not an object`];
  return properties(value as Record<string, unknown>, typeName, contract, options, at);
}

function declaredBy(typeName: string, contract: any): Record<string, any> {
  const type = contract.types[typeName];
  if (!type) return {};
  const navigation = Object.fromEntries(
    Object.entries<any>(type.navigation ?? {}).map(([name, to]) => [name, { type: to.type, nullable: true }]),
  );
  return { ...(type.base ? declaredBy(type.base, contract) : {}), ...type.properties, ...navigation };
}

function properties(value: Record<string, unknown>, typeName: string, contract: any, options: any, at: string): string[] {
  const named = typeof value['@odata.type'] === 'string' ? value['@odata.type'].replace('#microsoft.graph.', '') : typeName;
  const declared = declaredBy(contract.types[named] ? named : typeName, contract);
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name.startsWith('@odata.')) return [];
    const property = declared[name];
    if (!property) return options.extras?.includes(name) ? [] : [`${at}.${name}: not declared`];
    if (inner === null) return property.nullable ? [] : [`${at}.${name}: null`];
    return deviations(inner, property.type, contract, options, `${at}.${name}`);
  });
}

const shapes: Record<string, (value: unknown) => boolean> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Guid': (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value),
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': Number.isInteger,
  'Edm.Int64': Number.isInteger,
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.Binary': (value) => typeof value === 'string' && Buffer.from(value, 'base64').length > 0,
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
};

function primitive(value: unknown, typeName: string, at: string): string[] {
  const fits = shapes[typeName];
  return fits && !fits(value) ? [`${at}: ${JSON.stringify(value)} is no ${typeName}`] : [];
}

function enumeration(value: unknown, rule: any, preferred: boolean, at: string): string[] {
  const members = rule.flags ? String(value).split(',') : [String(value)];
  return members.flatMap((member) => {
    if (!(member in rule.members)) return [`${at}: '${member}' is no member`];
    return !preferred && rule.onlyWithPreferUnknownMembers?.includes(member) ? [`${at}: '${member}' came without Prefer`] : [];
  });
}
