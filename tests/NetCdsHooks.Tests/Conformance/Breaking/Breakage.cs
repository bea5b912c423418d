using Microsoft.Extensions.DependencyInjection;

namespace NetCdsHooks.Tests.Conformance.Breaking;

/// <summary>A service in which one guarded behaviour is broken, and the test that must notice.</summary>
/// <param name="Requirement">Id of the requirement that the behaviour fulfils.</param>
/// <param name="What">What is broken, in a few words.</param>
/// <param name="Test">Class and method, such as <c>DiscoveryTests.Every_entry_says_what_it_is</c>.</param>
/// <param name="Break">Breaks it in the container of the service, last of all.</param>
internal sealed record Breakage(string Requirement, string What, string Test, Action<IServiceCollection> Break);
