// Medplum's repository cuts pages by _count and _offset but writes neither links nor full URLs; this adds both.

/** No page is longer than this, whatever _count asks for: a server may answer with less. */
export const maxPage = 20;

/** The address with _count within bounds. A read keeps its address. */
export function pageLimit(url) {
  if (url.pathname.split('/').filter(Boolean).length !== 1) {
    return url;
  }
  const limited = new URL(url);
  const asked = Number.parseInt(url.searchParams.get('_count') ?? '', 10);
  limited.searchParams.set('_count', String(asked >= 0 ? Math.min(asked, maxPage) : maxPage));
  return limited;
}

/** The searchset with absolute self and next links and a fullUrl for each entry. */
export function asSearchPage(bundle, url) {
  const count = Number(url.searchParams.get('_count'));
  const offset = Number(url.searchParams.get('_offset') ?? 0);
  const link = [{ relation: 'self', url: url.href }];
  if (count > 0 && offset + count < bundle.total) {
    const next = new URL(url);
    next.searchParams.set('_offset', String(offset + count));
    link.push({ relation: 'next', url: next.href });
  }
  const entry = bundle.entry?.map((item) => ({
    fullUrl: `${url.origin}/${item.resource.resourceType}/${item.resource.id}`,
    ...item,
  }));
  return { ...bundle, link, entry };
}
