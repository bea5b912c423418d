using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using NetCdsHooks.Tests.Support;
using Xunit.Sdk;

namespace NetCdsHooks.Tests.Conformance.Breaking;

/// <summary>Runs a test as xunit would, on services in which something may be broken.</summary>
internal static class Proof
{
    /// <summary>Rows of a table that are tried; for a table that names requirements, of those of this one.</summary>
    private const int Rows = 20;

    /// <returns>What turned the test red; null when it stayed green.</returns>
    internal static async Task<Exception?> RunAsync(string test, string requirement, Action<IServiceCollection>? breakage)
    {
        ServiceHost.Broken.Value = breakage;
        var (type, method) = Find(test);
        foreach (var row in RowsOf(method, requirement))
            try
            {
                await RunAsync(type, method, row);
            }
            catch (TargetInvocationException exception)
            {
                return exception.InnerException;
            }
            catch (Exception exception)
            {
                return exception;
            }

        return null;
    }

    private static (Type Type, MethodInfo Method) Find(string test)
    {
        var (typeName, methodName) = test.Split('.') is [var first, var second] ? (first, second) : throw new ArgumentException(test);
        var type = typeof(Proof).Assembly.GetTypes().Single(type => type.Name == typeName);
        return (type, type.GetMethod(methodName) ?? throw new ArgumentException($"There is no test {test}."));
    }

    private static IEnumerable<object?[]> RowsOf(MethodInfo method, string requirement)
    {
        if (method.GetParameters() is not [var first, ..])
            return [[]];
        var rows = method.GetCustomAttributes<DataAttribute>().SelectMany(attribute => attribute.GetData(method)).ToArray();
        var own = first.Name == "requirement" ? rows.Where(row => Equals(row[0], requirement)).ToArray() : [];
        return (own.Length > 0 ? own : rows).Take(Rows);
    }

    private static async Task RunAsync(Type type, MethodInfo method, object?[] row)
    {
        var fixtures = new List<object>();
        try
        {
            foreach (var parameter in type.GetConstructors().Single().GetParameters())
                fixtures.Add(await BegunAsync(Activator.CreateInstance(parameter.ParameterType)!));
            var instance = await BegunAsync(Activator.CreateInstance(type, [.. fixtures])!);
            fixtures.Add(instance);
            if (method.Invoke(instance, [.. row.Concat(method.GetParameters().Skip(row.Length).Select(parameter => parameter.DefaultValue))]) is Task task)
                await task;
        }
        finally
        {
            foreach (var fixture in Enumerable.Reverse(fixtures))
                await EndAsync(fixture);
        }
    }

    private static async Task<object> BegunAsync(object fixture)
    {
        if (fixture is IAsyncLifetime lifetime)
            await lifetime.InitializeAsync();
        return fixture;
    }

    private static async Task EndAsync(object fixture)
    {
        if (fixture is IAsyncLifetime lifetime)
            await lifetime.DisposeAsync();
        if (fixture is IAsyncDisposable leaving)
            await leaving.DisposeAsync();
        else if (fixture is IDisposable disposable)
            disposable.Dispose();
    }
}
