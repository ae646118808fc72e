namespace Acme.Login;

public class ConfigurationDbContext
{
}

public class DerivedDbContext : ConfigurationDbContext
{
}
