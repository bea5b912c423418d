using System.Globalization;
using System.Text.Json;

namespace NetCdsHooks.Clinical.Fhir;

public sealed class Int32Converter() : NumberConverter<int>(NumberStyles.Integer)
{
    protected override bool TryGet(ref Utf8JsonReader reader, out int number) => reader.TryGetInt32(out number);
}
