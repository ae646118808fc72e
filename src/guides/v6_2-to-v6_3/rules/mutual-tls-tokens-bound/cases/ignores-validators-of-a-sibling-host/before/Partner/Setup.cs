public static class Setup
{
    public static IIdentityServerBuilder AddCertificates(this IIdentityServerBuilder server) => server.AddMutualTlsSecretValidators();
}
