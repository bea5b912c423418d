using System.Collections.Frozen;

namespace NetCdsHooks.Trust.Keys;

/// <summary>The keys of a client by <c>kid</c>. An id that two keys share finds neither (J-07).</summary>
internal sealed class KeySet(IEnumerable<ClientKey> keys)
{
    private readonly FrozenDictionary<string, ClientKey> _byId = keys
        .GroupBy(key => key.Id, StringComparer.Ordinal)
        .Where(same => same.Count() == 1)
        .ToFrozenDictionary(same => same.Key, same => same.Single());

    internal ClientKey? Find(string id) => _byId.GetValueOrDefault(id);

    internal int Count => _byId.Count;
}
