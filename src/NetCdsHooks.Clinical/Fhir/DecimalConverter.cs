using System.Globalization;
using System.Text.Json;

namespace NetCdsHooks.Clinical.Fhir;

public sealed class DecimalConverter() : NumberConverter<decimal>(NumberStyles.Float)
{
    protected override bool TryGet(ref Utf8JsonReader reader, out decimal number) => reader.TryGetDecimal(out number);
}
