package io.rapport.simulator.company;

import java.util.List;

/** The departments, how large they are, and who of them looks after customers. */
public enum Department {
    SALES("Sales", "sales", 230, true, List.of("Account Executive", "Account Manager", "Sales Engineer")),
    CUSTOMER_SUCCESS("Customer Success", "customer-success", 150, true, List.of("Success Manager", "Onboarding Lead")),
    SERVICES(
            "Professional Services",
            "services",
            170,
            true,
            List.of("Consultant", "Project Lead", "Solution Architect")),
    SUPPORT("Support", "customer-support", 120, true, List.of("Support Engineer", "Support Lead")),
    PRODUCT("Product and Engineering", "engineering", 190, false, List.of("Engineer", "Product Owner", "Designer")),
    MARKETING("Marketing", "marketing", 60, false, List.of("Campaign Lead", "Writer")),
    FINANCE("Finance", "finance", 45, false, List.of("Controller", "Accountant")),
    PEOPLE("People and Workplace", "people-team", 35, false, List.of("People Partner", "Recruiter"));

    private final String title;
    private final String listName;
    private final int perMille;
    private final boolean facesCustomers;
    private final List<String> jobTitles;

    Department(String title, String listName, int perMille, boolean facesCustomers, List<String> jobTitles) {
        this.title = title;
        this.listName = listName;
        this.perMille = perMille;
        this.facesCustomers = facesCustomers;
        this.jobTitles = jobTitles;
    }

    public String title() {
        return title;
    }

    /** What stands before the {@code @} of its mailing list. */
    public String listName() {
        return listName;
    }

    public boolean facesCustomers() {
        return facesCustomers;
    }

    List<String> jobTitles() {
        return jobTitles;
    }

    /** The department of a person: the first people are spread so that even a tiny company faces its customers. */
    static Department drawn(int perMille) {
        int sum = 0;
        for (Department department : values()) {
            sum += department.perMille;
            if (perMille < sum) {
                return department;
            }
        }
        return SALES;
    }
}
