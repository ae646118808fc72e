using AutoMapper;

namespace Acme.Login;

public static class MapperCheck
{
    public static void Run() => new MapperConfiguration(c => c.AddProfile<ClientProfile>()).AssertConfigurationIsValid();
}
